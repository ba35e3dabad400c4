package org.clientportal.core.audit;

import java.util.Optional;
import org.clientportal.core.audit.Verification.Flaw;
import org.clientportal.core.audit.Verification.Kind;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;

/** Goes along a chain, record by record, until one does not fit. Belongs to one thread. */
final class ChainWalk {
    private final Optional<AuditSeal> noted;
    private Sha256 before;
    private Optional<AuditSeal> last = Optional.empty();
    private long intact;
    private Optional<Flaw> flaw = Optional.empty();

    /** @param noted a seal that was seen earlier and must still be there */
    ChainWalk(PracticeId practice, Optional<AuditSeal> noted) {
        this.noted = noted;
        this.before = ChainHash.start(practice);
    }

    /** How far it got. */
    long intact() {
        return intact;
    }

    /** Goes over one sealed record; false ends the walk at its flaw. */
    boolean step(AuditEntry entry) {
        AuditSeal seal = entry.seal().orElseThrow();
        long number = intact + 1;
        if (seal.number() != number) {
            flaw = Optional.of(new Flaw(number, Kind.MISSING, Optional.empty()));
            return false;
        }
        boolean fits = seal.hash().equals(ChainHash.next(before, number, entry.record()));
        boolean asNoted =
                noted.filter(n -> n.number() == number && !n.equals(seal)).isEmpty();
        if (!fits || !asNoted) {
            flaw = Optional.of(
                    new Flaw(number, Kind.CHANGED, Optional.of(entry.record().id())));
            return false;
        }
        before = seal.hash();
        last = Optional.of(seal);
        intact = number;
        return true;
    }

    /**
     * The finding, once there is nothing more to step over.
     *
     * @param newest the newest seal that was ever seen: up to its number nothing may be missing
     */
    Verification end(Optional<AuditSeal> newest) {
        long expected = Math.max(number(newest), number(noted));
        if (flaw.isEmpty() && intact < expected) {
            flaw = Optional.of(new Flaw(intact + 1, Kind.MISSING, Optional.empty()));
        }
        return new Verification(intact, last, flaw);
    }

    private static long number(Optional<AuditSeal> seal) {
        return seal.map(AuditSeal::number).orElse(0L);
    }
}
