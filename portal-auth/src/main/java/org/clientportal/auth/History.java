package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.Units;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** The histories of tries to sign in, in which staff see why somebody does not get in (SI-9). Thread-safe. */
public final class History {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Units units;

    History(Units units) {
        this.units = units;
    }

    /**
     * A contact's tries, the newest first.
     *
     * @throws PortalException.NotFound unless a client of the contact is in reach
     */
    public Page<SignInAttempt> contact(Actor actor, ContactId id, PageRequest page) {
        return units.read(actor, reading -> {
            Reach.require(reading, id);
            return reading.view().signIns().list(Optional.of(Principal.of(id)), page);
        });
    }

    /**
     * Tries with addresses that nobody has, as typed, the newest first (ADMIN).
     *
     * @throws PortalException.Forbidden {@code admin_only}
     */
    public Page<SignInAttempt> unknown(Actor actor, PageRequest page) {
        return units.read(actor, reading -> {
            reading.admin();
            return reading.view().signIns().list(Optional.empty(), page);
        });
    }

    /**
     * Forgets what is older than 30 days, and tries that no limit looks at any more; for a job, once a day or so.
     *
     * @param now from when they are counted back: a time that has surely come, since this cannot be undone
     */
    public void purge(PracticeId practice, Instant now) {
        units.write(Actors.system(practice), writing -> {
            writing.unit().signIns().purge(now.minus(KEPT));
            writing.unit().attempts().purge(now.minus(Pauses.REMEMBERED));
            return practice;
        });
    }
}
