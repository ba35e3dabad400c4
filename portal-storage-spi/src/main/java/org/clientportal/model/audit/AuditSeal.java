package org.clientportal.model.audit;

import org.clientportal.model.Require;
import org.clientportal.model.document.Sha256;

/**
 * A record's place in its practice's chain: numbers run from 1 without a gap, and each hash covers the one before, so
 * that a change or a gap is found (AU-1, P18).
 */
public record AuditSeal(AuditId record, long number, Sha256 hash) {
    public AuditSeal {
        Require.that(number >= 1, "number", "out_of_range", "must be at least 1");
    }
}
