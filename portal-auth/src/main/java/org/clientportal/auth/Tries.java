package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.secret.SecretId;
import org.clientportal.storage.AttemptStore;

/**
 * Wrong tries (SI-10). A try is charged before it is judged, in an earlier unit, and given back when it was right. Outsiders
 * share one allowance per person; a browser that signed in as that person before has one of its own, and so has whoever
 * holds a link that was mailed to that person: nobody's guessing keeps them out.
 */
final class Tries {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Limit NETWORK = new Limit(100, HOUR);
    private static final String LABEL = "wrong";

    private final Fingerprints prints;

    Tries(Fingerprints prints) {
        this.prints = prints;
    }

    /** A try that was charged. */
    record Charge(Instant at, Optional<String> key) {}

    /** Charges a typed code. */
    Charge code(Writing writing, Visit visit, Side side, EmailAddress email, Optional<Principal> holder) {
        Optional<String> known = KnownBrowser.find(writing, prints, visit, holder);
        return charge(writing, visit, prints.limitOf(LABEL, side, email, known));
    }

    /** Charges an email address typed to open a link. */
    Charge link(Writing writing, Visit visit, SecretId link) {
        return charge(writing, visit, prints.limitOf(LABEL, link.toString()));
    }

    /** Charges nobody but the network: for links that are dead or never were. */
    Charge network(Writing writing, Visit visit) {
        networkKey(visit).ifPresent(key -> take(writing, key));
        return new Charge(writing.now(), Optional.empty());
    }

    /** Forgets a person's wrong tries after a success, in its unit and ahead of all its other locks. */
    void forget(Writing writing, Visit visit, Side side, EmailAddress email, Optional<Charge> charge) {
        List<String> keys = new ArrayList<>();
        prints.browsers(visit).forEach(browser -> keys.add(prints.limitOf(LABEL, side, email, Optional.of(browser))));
        keys.add(prints.limitOf(LABEL, side, email, Optional.empty()));
        charge.flatMap(Charge::key).filter(key -> !keys.contains(key)).ifPresent(keys::add);
        AttemptStore attempts = writing.unit().attempts();
        for (String key : keys) {
            if (!attempts.lock(key, writing.now().minus(Pauses.REMEMBERED)).isEmpty()) {
                attempts.clear(key);
            }
        }
        charge.ifPresent(paid -> networkKey(visit).ifPresent(key -> giveBack(writing, key, paid.at())));
    }

    private Charge charge(Writing writing, Visit visit, String key) {
        Allowance.take(writing, key, Pauses.REMEMBERED, Pauses::opens, AuthError.TOO_MANY_TRIES);
        networkKey(visit).ifPresent(network -> take(writing, network));
        return new Charge(writing.now(), Optional.of(key));
    }

    private Optional<String> networkKey(Visit visit) {
        return visit.network().map(address -> prints.limitOf("wrong tries of a network", NetworkKey.of(address)));
    }

    private static void take(Writing writing, String networkKey) {
        Allowance.take(writing, networkKey, HOUR, NETWORK::opens, AuthError.TOO_MANY_TRIES);
    }

    private static void giveBack(Writing writing, String key, Instant at) {
        AttemptStore attempts = writing.unit().attempts();
        List<Instant> kept = new ArrayList<>(attempts.lock(key, writing.now().minus(HOUR)));
        if (kept.remove(at)) {
            attempts.clear(key);
            kept.forEach(other -> attempts.record(key, other));
        }
    }
}
