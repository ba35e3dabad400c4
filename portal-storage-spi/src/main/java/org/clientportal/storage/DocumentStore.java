package org.clientportal.storage;

import java.time.Instant;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;

/** Keeps documents. */
public interface DocumentStore extends DocumentReader, RecordStore<DocumentId, Document> {
    /** Notes a contact's first complete download; later ones change nothing (DO-3). */
    void markDownloaded(DocumentId document, ContactId by, Instant now);

    /**
     * Removes a document for good, with the notes of who downloaded it; its bytes are no concern of this store.
     *
     * @throws StorageException.RecordMissing if there is none
     */
    void delete(DocumentId id);
}
