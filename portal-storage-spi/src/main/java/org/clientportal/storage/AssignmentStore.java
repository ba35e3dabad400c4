package org.clientportal.storage;

import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;

/** Keeps assignments; one per contact and client, at most one of a client is its main contact. */
public interface AssignmentStore extends AssignmentReader, RecordStore<AssignmentId, Assignment> {
    /**
     * Ends a relation.
     *
     * @throws StorageException.RecordMissing if there is none
     */
    void delete(AssignmentId id);
}
