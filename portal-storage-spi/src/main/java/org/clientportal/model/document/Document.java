package org.clientportal.model.document;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;
import org.clientportal.model.SortKey;
import org.clientportal.model.Versioned;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.client.ClientId;

/**
 * A file of one client, complete: its bytes lie under {@code content}, of exactly this size and hash (P25).
 *
 * @param folderKind the kind of {@code folder}, kept here because visibility turns on it
 * @param mediaType found from the bytes, not believed from the sender
 * @param visible whether staff made it visible to the portal; hidden, it does not exist for contacts (DO-1)
 * @param uploadedAt when the upload was complete
 * @param year the one staff set, else that of the upload in the practice's zone (DO-2)
 * @param newUntil until when it counts as New, inclusive; absent for a contact's upload (DO-3)
 * @param externalId an embedder's own id, unique among the practice's documents (PR-7)
 */
public record Document(
        DocumentId id,
        ClientId client,
        FolderId folder,
        FolderKind folderKind,
        FileName name,
        String mediaType,
        long size,
        Sha256 sha256,
        ContentKey content,
        boolean visible,
        Principal uploadedBy,
        Instant uploadedAt,
        int year,
        Optional<Instant> newUntil,
        Optional<Trash> trash,
        Optional<LegalHold> hold,
        Optional<String> externalId,
        long version)
        implements Versioned<Document> {
    public Document {
        mediaType = Require.line("mediaType", mediaType, 100);
        Require.that(size >= 0, "size", "out_of_range", "must not be negative");
        Require.that(year >= 1900 && year <= 2999, "year", "out_of_range", "must be between 1900 and 2999");
        Require.micros("uploadedAt", uploadedAt);
        Require.micros("newUntil", newUntil);
        externalId = Require.line("externalId", externalId, 200);
    }

    public boolean inTrash() {
        return trash.isPresent();
    }

    /** The folded name by which it is searched. */
    public String sortKey() {
        return SortKey.of(name.value());
    }

    /** What visibility turns on; one in the trash is released to nobody. */
    public Traits traits() {
        return new Traits(visible && !inTrash(), Optional.of(folderKind), uploadedBy.contact(), Set.of());
    }

    public Document withVisible(boolean nowVisible) {
        return copy(folder, folderKind, name, nowVisible, year, trash, hold, version);
    }

    /** This document in another folder, under another name and year; its date and downloads stay (DO-3). */
    public Document filed(Folder into, FileName newName, int newYear) {
        return copy(into.id(), into.kind(), newName, visible, newYear, trash, hold, version);
    }

    public Document trashed(Trash into) {
        return copy(folder, folderKind, name, visible, year, Optional.of(into), hold, version);
    }

    public Document restored() {
        return copy(folder, folderKind, name, visible, year, Optional.empty(), hold, version);
    }

    public Document withHold(Optional<LegalHold> changed) {
        return copy(folder, folderKind, name, visible, year, trash, changed, version);
    }

    @Override
    public Document withVersion(long next) {
        return copy(folder, folderKind, name, visible, year, trash, hold, next);
    }

    private Document copy(
            FolderId newFolder,
            FolderKind newKind,
            FileName newName,
            boolean nowVisible,
            int newYear,
            Optional<Trash> newTrash,
            Optional<LegalHold> newHold,
            long newVersion) {
        return new Document(
                id,
                client,
                newFolder,
                newKind,
                newName,
                mediaType,
                size,
                sha256,
                content,
                nowVisible,
                uploadedBy,
                uploadedAt,
                newYear,
                newUntil,
                newTrash,
                newHold,
                externalId,
                newVersion);
    }
}
