package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.contact.EmailAddress;

/**
 * How often links may be asked for (SI-10): per address, known or not, and per network. Outsiders share one allowance per
 * address; a browser that signed in as its person before has one of its own.
 */
final class LinkLimits {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Limit> PERSON =
            List.of(new Limit(1, Duration.ofSeconds(60)), new Limit(5, HOUR), new Limit(10, DAY));
    private static final Limit NETWORK = new Limit(100, HOUR);

    private final Fingerprints prints;

    LinkLimits(Fingerprints prints) {
        this.prints = prints;
    }

    /** Charges one link. The person before the network: one order of locks everywhere. */
    void charge(Writing writing, Visit visit, Side side, EmailAddress email) {
        Optional<String> known = KnownBrowser.find(writing, prints, visit, People.holder(writing.view(), side, email));
        Allowance.take(
                writing, prints.limitOf("link", side, email, known), DAY, LinkLimits::opens, AuthError.TOO_MANY_LINKS);
        visit.network()
                .map(address -> prints.limitOf("links of a network", NetworkKey.of(address)))
                .ifPresent(key -> Allowance.take(writing, key, HOUR, NETWORK::opens, AuthError.TOO_MANY_LINKS));
    }

    private static Instant opens(List<Instant> earlier) {
        return PERSON.stream()
                .map(limit -> limit.opens(earlier))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
