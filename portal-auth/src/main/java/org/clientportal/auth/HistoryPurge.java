package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import org.clientportal.core.job.Job;
import org.clientportal.core.unit.SureTime;
import org.clientportal.core.unit.Units;
import org.clientportal.storage.SystemUnit;

/**
 * Forgets, in every practice, tries to sign in that are older than their history keeps (SI-9). Given to the portal when it
 * is built: {@code builder.job(HistoryPurge::new)}.
 */
public final class HistoryPurge implements Job {
    private static final Duration EVERY = Duration.ofHours(6);

    private final Units units;
    private final History history;

    public HistoryPurge(Units units) {
        this.units = units;
        this.history = new History(units);
    }

    @Override
    public String name() {
        return "purge-sign-ins";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public boolean run(Instant now) {
        Instant sure = units.system(unit -> SureTime.of(unit, now));
        units.system(SystemUnit::practices).forEach(practice -> history.purge(practice.id(), sure));
        return false;
    }
}
