package org.clientportal.example.mvstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;
import org.clientportal.storage.SessionStore;
import org.clientportal.storage.UniqueKey;

/** Sessions. */
final class Sessions extends Records<SessionId, Session> implements SessionStore {
    static final Kind<Session> KIND = Kind.of(
                    "session", Session.class, session -> session.id().toString())
            .unique(UniqueKey.SESSION_HASH, session -> Optional.of(session.hash()))
            .order("subject", session -> List.of(text(session.subject()), Key.time(session.createdAt())))
            .orderOfSome(
                    "browser", session -> session.browser().map(browser -> List.of(text(session.subject()), browser)));

    Sessions(Unit unit) {
        super(unit, unit.table(KIND), SessionId::toString);
    }

    /** A principal as one part of a key. */
    static String text(Principal principal) {
        return principal.kind() + " " + principal.key();
    }

    @Override
    SessionId idOf(Session session) {
        return session.id();
    }

    @Override
    void requireParents(Session session) {
        Kind<?> person = session.subject().contact().isPresent() ? Contacts.KIND : Staff.KIND;
        unit.table(person).requireParent(session.subject().key());
    }

    @Override
    public Optional<ContactSession> findContactSession(String hash) {
        return findByHash(hash)
                .flatMap(session -> session.subject()
                        .contact()
                        .map(contact -> new ContactSession(
                                session,
                                unit.contacts().find(contact).orElseThrow(),
                                unit.assignments().grantsOf(contact))));
    }

    @Override
    public Optional<StaffSession> findStaffSession(String hash) {
        return findByHash(hash)
                .flatMap(session -> session.subject()
                        .staff()
                        .map(member -> new StaffSession(
                                session, unit.staff().find(member).orElseThrow())));
    }

    private Optional<Session> findByHash(String hash) {
        return table.findUnique(UniqueKey.SESSION_HASH, hash);
    }

    @Override
    public List<Session> live(Principal subject, Instant now) {
        return table.descending("subject", text(subject))
                .filter(session -> session.isLiveAt(now))
                .toList();
    }

    @Override
    public boolean knows(Principal subject, String browser) {
        return table.ascending("browser", text(subject), browser).findFirst().isPresent();
    }

    @Override
    public void touch(SessionId id, Instant now) {
        find(id).filter(session -> session.lastSeenAt().isBefore(now))
                .ifPresent(session -> table.replace(session.seen(now)));
    }

    @Override
    public int endAll(Principal subject, Instant now) {
        List<Session> open = table.ascending("subject", text(subject))
                .filter(session -> session.endedAt().isEmpty())
                .toList();
        open.forEach(session -> table.replace(session.ended(now).withVersion(session.version() + 1)));
        return (int) open.stream().filter(session -> session.isLiveAt(now)).count();
    }
}
