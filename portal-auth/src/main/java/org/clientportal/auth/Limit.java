package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** At most so many in any span of this length; one counts while {@code now < its instant + length}. */
record Limit(int most, Duration length) {
    /** From when on one more is allowed, given the earlier ones, oldest first. */
    Instant opens(List<Instant> earlier) {
        return earlier.size() < most
                ? Instant.MIN
                : earlier.get(earlier.size() - most).plus(length);
    }
}
