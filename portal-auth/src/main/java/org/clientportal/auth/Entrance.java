package org.clientportal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.practice.SessionLimits;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.storage.SessionStore;

/** Lets a person in who has proved to be one, by whatever means: every means of signing in ends here. */
final class Entrance {
    /** Staff are signed in for a working day, and not from a desk left alone (SI-5). */
    private static final SessionLimits STAFF = new SessionLimits(Duration.ofHours(8), Duration.ofMinutes(30));

    private static final Duration STAYING = Duration.ofDays(30);

    private final Fingerprints prints;
    private final Tokens tokens;

    Entrance(Fingerprints prints, Tokens tokens) {
        this.prints = prints;
        this.tokens = tokens;
    }

    /**
     * Signs in a locked person.
     *
     * @param means how they proved who they are, such as {@code magic_link}
     * @param stay for 30 days on this device, at the person's wish; not for staff
     */
    Redeemed.SignedIn admit(
            Writing writing, Visit visit, Entrant entrant, String means, boolean stay, Optional<String> returnTo) {
        entrant.contact().ifPresent(contact -> accept(writing, contact));
        Optional<SessionId> before = endPresented(writing, visit, entrant.side());
        String token = tokens.token();
        Session session = session(writing, visit, entrant, means, stay, token);
        writing.unit().sessions().insert(session);
        SignInLog.note(writing, visit, SignInLog.Whose.person(entrant.principal()), SignInLog.SIGNED_IN);
        PortalEvent event = PortalEvent.of(EventType.SIGNED_IN, session.id()).with("means", means);
        writing.happened(before.map(id -> event.with("instead", id)).orElse(event));
        return new Redeemed.SignedIn(token, session, returnTo);
    }

    /** Whatever the means, the first sign-in accepts the invitation, and that dies. */
    private static void accept(Writing writing, Contact contact) {
        Principal person = Principal.of(contact.id());
        for (Secret invitation : writing.unit().secrets().outstanding(person, SecretPurpose.INVITATION)) {
            writing.unit().secrets().redeem(invitation.id(), writing.now());
        }
        writing.unit().contacts().update(contact.withAccess(contact.access().signedIn(writing.now())));
    }

    /** A browser gets a new session at each sign-in, and the old one is dead (SI-11, P11). */
    private Optional<SessionId> endPresented(Writing writing, Visit visit, Side side) {
        SessionStore sessions = writing.unit().sessions();
        Optional<SessionId> ended = Optional.empty();
        for (String token : visit.sessions()) {
            Optional<Session> old = Presented.find(writing, prints, side, token)
                    .map(found -> sessions.lock(found.id()))
                    .filter(found -> found.isLiveAt(writing.now()));
            if (old.isPresent()) {
                ended = old.map(
                        session -> sessions.update(session.ended(writing.now())).id());
            }
        }
        return ended;
    }

    private Session session(Writing writing, Visit visit, Entrant entrant, String means, boolean stay, String token) {
        Instant now = writing.now();
        boolean staff = entrant.side() == Side.STAFF;
        SessionLimits limits = staff ? STAFF : writing.practice().settings().sessions();
        boolean staying = stay && !staff;
        return new Session(
                new SessionId(writing.newId()),
                prints.session(entrant.side(), token),
                entrant.principal(),
                means,
                now,
                now,
                now.plus(staying ? STAYING : limits.absolute()),
                staying ? Optional.empty() : Optional.of(limits.idle()),
                visit.browser().map(prints::browser),
                visit.device(),
                visit.network(),
                Optional.empty(),
                0);
    }
}
