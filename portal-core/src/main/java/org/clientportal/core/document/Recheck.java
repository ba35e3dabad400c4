package org.clientportal.core.document;

import java.time.Duration;
import java.time.Instant;
import org.clientportal.core.unit.Units;

/** Asks again every second of a long transfer whether it is still allowed, so that a revocation stops it (PM-8). */
final class Recheck {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Units units;
    private final Runnable check;
    private Instant next;

    /** @param check throws when the transfer is not allowed any more */
    Recheck(Units units, Runnable check) {
        this.units = units;
        this.check = check;
        this.next = units.now().plus(EVERY);
    }

    /** Called before each piece of bytes. */
    void now() {
        Instant now = units.now();
        // A clock that was set back asks as well.
        if (!now.isBefore(next) || now.isBefore(next.minus(EVERY))) {
            check.run();
            next = now.plus(EVERY);
        }
    }
}
