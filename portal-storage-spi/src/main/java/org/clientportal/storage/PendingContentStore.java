package org.clientportal.storage;

import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;

/** Keeps note of bytes that no document names. */
public interface PendingContentStore {
    /**
     * Takes note of it.
     *
     * @throws StorageException.UniqueViolation if this id is already pending
     */
    void insert(PendingContent content);

    /**
     * Forgets it: the bytes are a document's now, or gone.
     *
     * @throws StorageException.RecordMissing if it is not pending, because somebody else settled it
     */
    void delete(DocumentId id);
}
