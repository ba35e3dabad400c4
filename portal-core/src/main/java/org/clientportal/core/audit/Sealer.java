package org.clientportal.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.job.Job;
import org.clientportal.core.unit.Units;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AuditStore;

/**
 * Numbers and chains audit records, a moment after they were written, so that no unit of work waits for the chain (AU-1). One
 * node at a time seals a practice; were two to try, the numbers' uniqueness would let one of them through.
 */
public final class Sealer implements Job {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int PRACTICES = 100;
    private static final int RECORDS = 500;

    private final Units units;
    private final String owner = UUID.randomUUID().toString();

    public Sealer(Units units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "seal-audit";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public boolean run(Instant now) {
        List<PracticeId> practices = units.system(unit -> unit.practicesToSeal(PRACTICES));
        // How many sealed records say that there is more to do; none where another node seals all that are named.
        int enough = practices.size() == PRACTICES ? 1 : RECORDS;
        boolean more = false;
        Optional<RuntimeException> damaged = Optional.empty();
        for (PracticeId practice : practices) {
            try {
                more |= leased(practice, now) && seal(practice) >= enough;
            } catch (PortalException.Unavailable busy) {
                throw busy;
            } catch (RuntimeException failure) {
                // The one that waits longest comes first each time, and must not keep the others from their seals.
                damaged = damaged.or(() -> Optional.of(failure));
            }
        }
        if (damaged.isPresent()) {
            throw damaged.get();
        }
        return more;
    }

    private boolean leased(PracticeId practice, Instant now) {
        return units.system(unit -> unit.lease("seal/" + practice, owner, now, now.plus(LEASE)));
    }

    /** Seals up to so many of a practice's records in one unit; returns how many. */
    private int seal(PracticeId practice) {
        try {
            return units.write(
                    Actors.system(practice),
                    writing -> chain(practice, writing.unit().audit()));
        } catch (PortalException.Conflict taken) {
            // Another sealer was faster: nothing of this was kept, and nothing is lost.
            return 0;
        }
    }

    private static int chain(PracticeId practice, AuditStore audit) {
        Optional<AuditSeal> last = audit.lastSeal();
        Sha256 before = last.map(AuditSeal::hash).orElseGet(() -> ChainHash.start(practice));
        long number = last.map(AuditSeal::number).orElse(0L);
        List<AuditRecord> records = audit.unsealed(RECORDS);
        for (AuditRecord record : records) {
            number++;
            before = ChainHash.next(before, number, record);
            audit.seal(new AuditSeal(record.id(), number, before));
        }
        return records.size();
    }
}
