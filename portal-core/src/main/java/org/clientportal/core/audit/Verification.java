package org.clientportal.core.audit;

import java.util.Optional;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditSeal;

/**
 * What walking a practice's chain found.
 *
 * @param intact how many records, from the first, are as they were sealed
 * @param last the newest seal that was reached; noted elsewhere, it proves later that the chain still leads there
 * @param flaw the first thing that is not as it was; absent: the chain is whole
 */
public record Verification(long intact, Optional<AuditSeal> last, Optional<Flaw> flaw) {
    /** What may be wrong at a number of the chain. */
    public enum Kind {
        /** The record, or its seal, is not what was sealed. */
        CHANGED,
        /** No record has this number, though later numbers were given. */
        MISSING
    }

    /**
     * A place where the chain is broken.
     *
     * @param record the record found at that number, if there is one
     */
    public record Flaw(long number, Kind kind, Optional<AuditId> record) {}

    /** Whether nothing was changed or taken out. */
    public boolean isWhole() {
        return flaw.isEmpty();
    }
}
