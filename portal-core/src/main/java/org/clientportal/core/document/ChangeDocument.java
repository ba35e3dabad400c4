package org.clientportal.core.document;

import java.util.Optional;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;

/**
 * Where a document is to lie from now on, under what name and year, and whether the portal sees it. What is absent stays as it
 * is.
 *
 * @param version the version it was read at; absent: whatever it is
 */
public record ChangeDocument(
        DocumentId id,
        Optional<FolderId> folder,
        Optional<FileName> name,
        Optional<Integer> year,
        Optional<Boolean> visible,
        Optional<Long> version) {
    /** Only where it lies, its name and its year. */
    public static ChangeDocument filed(
            DocumentId id, FolderId folder, FileName name, int year, Optional<Long> version) {
        return new ChangeDocument(
                id, Optional.of(folder), Optional.of(name), Optional.of(year), Optional.empty(), version);
    }

    /** Only whether the portal sees it. */
    public static ChangeDocument shown(DocumentId id, boolean visible, Optional<Long> version) {
        return new ChangeDocument(
                id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(visible), version);
    }

    boolean files() {
        return folder.isPresent() || name.isPresent() || year.isPresent();
    }
}
