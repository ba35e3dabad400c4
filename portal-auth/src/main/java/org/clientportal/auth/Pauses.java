package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Wrong tries of one person (SI-10): five within 15 minutes, then a pause of one minute after the fifth, twice as long after
 * each further one, 15 minutes at most. A success forgets them all; else each is forgotten after a day.
 */
final class Pauses {
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Limit FREE = new Limit(5, Duration.ofMinutes(15));
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Pauses() {}

    /** From when on one more try is allowed, given the earlier ones, oldest first. */
    static Instant opens(List<Instant> wrong) {
        Duration pause = Duration.ZERO;
        for (int i = 0; i < wrong.size(); i++) {
            boolean tooMany = wrong.get(i).isBefore(FREE.opens(wrong.subList(0, i + 1)));
            if (!pause.isZero()) {
                pause = shorter(pause.multipliedBy(2), LONGEST);
            } else if (tooMany) {
                pause = SHORTEST;
            }
        }
        return pause.isZero() ? Instant.MIN : wrong.get(wrong.size() - 1).plus(pause);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
