package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.Writing;

/**
 * Takes one from a limited supply, in a unit of its own: nobody else gets past the lock of the key meanwhile, and what
 * fails later refunds nothing (P5).
 */
final class Allowance {
    private Allowance() {}

    /**
     * @param lookBack how long an earlier one can matter
     * @param opens from when on one more is allowed, given the earlier ones, oldest first
     * @throws PortalException.Throttled if that is later; nothing is recorded
     */
    static void take(
            Writing writing, String key, Duration lookBack, Function<List<Instant>, Instant> opens, AuthError refusal) {
        Instant now = writing.now();
        // From further ahead than it can matter: a wrong clock noted it, and must not keep people out until its date.
        Instant believable = now.plus(lookBack);
        List<Instant> earlier = writing.unit().attempts().lock(key, now.minus(lookBack)).stream()
                .filter(at -> !at.isAfter(believable))
                .toList();
        Instant open = opens.apply(earlier);
        if (now.isBefore(open)) {
            throw throttled(refusal, Duration.between(now, open));
        }
        writing.unit().attempts().record(key, now);
    }

    private static PortalException throttled(AuthError refusal, Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return new PortalException.Throttled(
                refusal,
                "This was tried too often. Please wait before you try again.",
                Optional.empty(),
                Map.of("retryAfter", Long.toString(seconds)));
    }
}
