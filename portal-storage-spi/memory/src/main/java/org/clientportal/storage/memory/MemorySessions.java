package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;
import org.clientportal.storage.SessionStore;
import org.clientportal.storage.UniqueKey;

final class MemorySessions extends MemoryRecords<SessionId, Session> implements SessionStore {
    static final Table<SessionId, Session> TABLE = Table.of("session", Session::id)
            .unique(UniqueKey.SESSION_HASH, session -> Optional.of(session.hash()))
            .refersTo(MemoryContacts.TABLE, session -> setOf(session.subject().contact()))
            .refersTo(MemoryStaff.TABLE, session -> setOf(session.subject().staff()));

    private static final Order<Session, Instant> NEWEST_FIRST = Order.newestFirst(Session::createdAt, Session::id);

    private final MemoryContacts contacts;
    private final MemoryAssignments assignments;
    private final MemoryStaff staff;

    MemorySessions(
            Transaction transaction,
            PracticeId practice,
            MemoryContacts contacts,
            MemoryAssignments assignments,
            MemoryStaff staff) {
        super(new Rows<>(transaction, practice, TABLE), true);
        this.contacts = contacts;
        this.assignments = assignments;
        this.staff = staff;
    }

    @Override
    public Optional<ContactSession> findContactSession(String hash) {
        return rows.by(UniqueKey.SESSION_HASH, hash)
                .flatMap(session -> session.subject()
                        .contact()
                        .flatMap(contacts.rows::get)
                        .map(contact -> {
                            ContactId id = contact.id();
                            Map<ContactId, List<Grant>> grants = assignments.grantsOf(Set.of(id));
                            return new ContactSession(session, contact, grants.getOrDefault(id, List.of()));
                        }));
    }

    @Override
    public Optional<StaffSession> findStaffSession(String hash) {
        return rows.by(UniqueKey.SESSION_HASH, hash)
                .flatMap(session -> session.subject()
                        .staff()
                        .flatMap(staff.rows::get)
                        .map(member -> new StaffSession(session, member)));
    }

    @Override
    public List<Session> live(Principal subject, Instant now) {
        return NEWEST_FIRST.all(of(subject).filter(session -> session.isLiveAt(now)));
    }

    @Override
    public boolean knows(Principal subject, String browser) {
        return of(subject)
                .anyMatch(session -> session.browser().filter(browser::equals).isPresent());
    }

    @Override
    public void touch(SessionId id, Instant now) {
        rows.get(id)
                .filter(session -> session.lastSeenAt().isBefore(now))
                .ifPresent(session -> rows.replace(session.seen(now)));
    }

    @Override
    public int endAll(Principal subject, Instant now) {
        List<Session> running =
                of(subject).filter(session -> session.endedAt().isEmpty()).toList();
        running.forEach(session -> update(session.ended(now)));
        return (int) running.stream().filter(session -> session.isLiveAt(now)).count();
    }

    private static <T> Set<T> setOf(Optional<T> id) {
        return id.map(Set::of).orElse(Set.of());
    }

    private Stream<Session> of(Principal subject) {
        return rows.all().filter(session -> session.subject().equals(subject));
    }
}
