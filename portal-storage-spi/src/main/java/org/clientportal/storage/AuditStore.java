package org.clientportal.storage;

import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;

/** Appends to the record of what happened; nothing in it can be changed or taken out (AU-1). */
public interface AuditStore extends AuditReader {
    void append(AuditRecord record);

    /**
     * Gives a record its place in the chain.
     *
     * @throws StorageException.UniqueViolation if the record has a seal or the number is taken
     */
    void seal(AuditSeal seal);
}
