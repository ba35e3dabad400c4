package org.clientportal.auth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;

/**
 * Who is signed in. Read from storage on every request, person and grants included: what was revoked is gone on the next
 * one, on every node (PM-8, P12). Thread-safe.
 */
public final class Sessions {
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Units units;
    private final Fingerprints prints;

    Sessions(Units units, Fingerprints prints) {
        this.units = units;
        this.prints = prints;
    }

    /** The contact behind a session token, while the session lives and the contact has portal access (SI-15). */
    public Optional<ContactSession> contact(PracticeId practice, String token) {
        return units.read(
                Actors.system(practice),
                reading -> Presented.contact(reading, prints, token)
                        .filter(found -> found.session().isLiveAt(reading.now()) && hasAccess(found)));
    }

    /** The member of the staff behind a session token, while the session lives and the account is active. */
    public Optional<StaffSession> staff(PracticeId practice, String token) {
        return units.read(
                Actors.system(practice),
                reading -> Presented.staff(reading, prints, token)
                        .filter(found -> found.session().isLiveAt(reading.now())
                                && found.member().active()));
    }

    /**
     * Notes that a session is in use, at most once a minute, so that its idle limit starts anew. To be called after the
     * answer; a failure may be ignored.
     *
     * @param session as read for this request
     */
    public void touch(PracticeId practice, Session session) {
        if (units.now().isBefore(session.lastSeenAt().plus(SEEN_AGAIN_AFTER))) {
            return;
        }
        units.write(Actors.system(practice), writing -> {
            if (session.isLiveAt(writing.now())) {
                writing.unit().sessions().touch(session.id(), writing.now());
            }
            return session;
        });
    }

    /** The actor's own live sessions, the newest first (SI-12). */
    public List<Session> own(Actor actor) {
        return units.read(actor, reading -> reading.view().sessions().live(actor.principal(), reading.now()));
    }

    /**
     * Ends one of the actor's own sessions: signing out, or taking it from another device (SI-12). Repeating it changes
     * nothing.
     *
     * @throws PortalException.NotFound if it is not the actor's
     */
    public void end(Actor actor, SessionId id) {
        units.write(actor, writing -> {
            Session session = writing.unit().sessions().lock(id);
            if (!session.subject().equals(actor.principal())) {
                throw Refusals.notFound();
            }
            if (session.endedAt().isEmpty()) {
                writing.unit().sessions().update(session.ended(writing.now()));
                writing.happened(PortalEvent.of(EventType.SIGNED_OUT, id));
            }
            return id;
        });
    }

    /**
     * Signs the actor out everywhere, this browser included.
     *
     * @return how many sessions were live
     */
    public int endAll(Actor actor) {
        return units.write(actor, Sessions::ended);
    }

    private static int ended(Writing writing) {
        int count = writing.unit().sessions().endAll(writing.actor().principal(), writing.now());
        writing.happened(new PortalEvent(
                        EventType.SESSIONS_ENDED,
                        Optional.empty(),
                        writing.actor().principal().key(),
                        Map.of())
                .with("sessions", count));
        return count;
    }

    private static boolean hasAccess(ContactSession found) {
        return found.contact().isLiving()
                && found.contact().access().stored() == AccessState.ACTIVE
                && found.grants().stream().anyMatch(Grant::isEffective);
    }
}
