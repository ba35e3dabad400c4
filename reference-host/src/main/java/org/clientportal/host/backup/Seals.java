package org.clientportal.host.backup;

import org.clientportal.core.audit.Verification;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;

/** Seals as a manifest notes them, and words for a chain that does not lead to them. */
final class Seals {
    private Seals() {}

    static AuditSeal seal(Manifest.Seal noted) {
        return new AuditSeal(new AuditId(noted.record()), noted.number(), new Sha256(noted.hash()));
    }

    static String words(PracticeId practice, Verification.Flaw flaw) {
        String record = flaw.record().map(id -> " (" + id + ")").orElse("");
        return "audit of practice " + practice + ": record number " + flaw.number() + record
                + (flaw.kind() == Verification.Kind.MISSING ? " is missing" : " is not what was sealed");
    }
}
