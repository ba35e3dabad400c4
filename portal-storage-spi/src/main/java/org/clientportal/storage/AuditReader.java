package org.clientportal.storage;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;

/** Looks up what happened. */
public interface AuditReader {
    /** The newest first. */
    Page<AuditEntry> list(AuditQuery query);

    /** Sealed entries with numbers above {@code after}, in the order of their numbers. */
    List<AuditEntry> sealed(long after, int limit);

    /** Records without a seal, the oldest first. */
    List<AuditRecord> unsealed(int limit);

    /** The newest seal. */
    Optional<AuditSeal> lastSeal();
}
