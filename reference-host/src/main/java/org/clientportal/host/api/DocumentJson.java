package org.clientportal.host.api;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.document.Author;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FolderId;

/**
 * A document, as its viewer sees it.
 *
 * @param author who uploaded it, as far as this viewer may know
 * @param isNew whether it counts as New for this contact (DO-3)
 * @param deletableUntil until when this contact may delete it (DO-4)
 */
record DocumentJson(
        DocumentId id,
        ClientId clientId,
        FolderId folderId,
        String name,
        String mediaType,
        long size,
        String sha256,
        boolean visible,
        AuthorJson author,
        Instant uploadedAt,
        int year,
        boolean isNew,
        boolean downloaded,
        Optional<Instant> deletableUntil,
        Optional<Instant> trashedAt,
        Optional<String> legalHold,
        Optional<String> externalId,
        long version) {
    /** Who made it. */
    record AuthorJson(Author.Kind kind, Optional<String> name, Optional<Integer> pseudonym) {}

    static DocumentJson of(DocumentRow row) {
        Document document = row.document();
        Author author = row.author();
        return new DocumentJson(
                document.id(),
                document.client(),
                document.folder(),
                document.name().value(),
                document.mediaType(),
                document.size(),
                document.sha256().hex(),
                document.visible(),
                new AuthorJson(author.kind(), author.name(), author.pseudonym()),
                document.uploadedAt(),
                document.year(),
                row.isNew(),
                row.downloaded(),
                row.deletableUntil(),
                document.trash().map(trash -> trash.at()),
                document.hold().map(hold -> hold.reason()),
                document.externalId(),
                document.version());
    }
}
