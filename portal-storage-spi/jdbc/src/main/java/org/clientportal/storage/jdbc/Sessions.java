package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;
import org.clientportal.model.staff.StaffId;
import org.clientportal.storage.SessionStore;

/** Keeps sessions, and joins them with the person and the grants. */
final class Sessions extends Records<SessionId, Session> implements SessionStore {
    private static final Table<Session> TABLE = new Table<>(
            "session",
            List.of("id"),
            "id, hash, contact_id, staff_id, means, created_at, last_seen_at, expires_at, idle, browser, device, network,"
                    + " ended_at, version",
            List.of(),
            Sessions::read,
            Sessions::values);

    private static final String BY_CONTACT = "select " + TABLE.columns("s") + ", " + Contacts.TABLE.columns("p") + ", "
            + Assignments.GRANT_COLUMNS + " from {session} s"
            + " join {contact} p on p.practice_id = s.practice_id and p.id = s.contact_id"
            + " left join {assignment} a on a.practice_id = p.practice_id and a.contact_id = p.id"
            + " left join {client} c on c.practice_id = a.practice_id and c.id = a.client_id"
            + " where s.practice_id = ? and s.hash = ? order by c.sort_key, c.id";

    private static final String BY_STAFF = "select " + TABLE.columns("s") + ", " + StaffMembers.TABLE.columns("p")
            + " from {session} s join {staff} p on p.practice_id = s.practice_id and p.id = s.staff_id"
            + " where s.practice_id = ? and s.hash = ?";

    /** {@link Session#isLiveAt} of one that has not ended; takes the instant twice. The idle limit is in nanoseconds. */
    private static final String LIVE = "(expires_at > ? and (idle is null or (? - last_seen_at) * 1000 < idle))";

    Sessions(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(SessionId id) {
        return List.of(id);
    }

    @Override
    SessionId idOf(Session record) {
        return record.id();
    }

    @Override
    boolean holds() {
        return true;
    }

    @Override
    public Optional<ContactSession> findContactSession(String hash) {
        List<Joined> rows = unit.list(Sessions::joined, BY_CONTACT, practice, hash);
        return rows.stream()
                .findFirst()
                .map(row -> new ContactSession(
                        row.session(),
                        row.contact(),
                        rows.stream().flatMap(r -> r.grant().stream()).toList()));
    }

    /** One row of the join: there is one per grant, or one without. */
    private record Joined(Session session, Contact contact, Optional<Grant> grant) {}

    private static Joined joined(Row row) throws SQLException {
        Session session = read(row);
        Contact contact = Contacts.TABLE.reader().read(row);
        return new Joined(session, contact, row.absent() ? Optional.empty() : Optional.of(Assignments.grant(row)));
    }

    @Override
    public Optional<StaffSession> findStaffSession(String hash) {
        return unit.first(
                row -> new StaffSession(read(row), StaffMembers.TABLE.reader().read(row)), BY_STAFF, practice, hash);
    }

    @Override
    public List<Session> live(Principal subject, Instant now) {
        String sql = table.select() + " where practice_id = ? and " + column(subject) + " = ? and ended_at is null and "
                + LIVE + " order by created_at desc, id desc";
        return unit.list(table.reader(), sql, practice, person(subject), now, now);
    }

    @Override
    public boolean knows(Principal subject, String browser) {
        String sql =
                "select 1 from {session} where practice_id = ? and " + column(subject) + " = ? and browser = ? limit 1";
        return unit.exists(sql, practice, person(subject), browser);
    }

    @Override
    public void touch(SessionId id, Instant now) {
        String sql = "update {session} set last_seen_at = ? where practice_id = ? and id = ? and last_seen_at < ?";
        unit.change(sql, now, practice, id, now);
    }

    @Override
    public int endAll(Principal subject, Instant now) {
        String sql = "update {session} set ended_at = ?, version = version + 1 where practice_id = ? and "
                + column(subject) + " = ? and ended_at is null returning " + LIVE;
        List<Boolean> live = unit.list(Row::truth, sql, now, practice, person(subject), now, now);
        return (int) live.stream().filter(wasLive -> wasLive).count();
    }

    private static String column(Principal subject) {
        return subject.kind() == Principal.Kind.CONTACT ? "contact_id" : "staff_id";
    }

    /** The person's id; nobody's for a service or the portal itself, which have no sessions. */
    private static UUID person(Principal subject) {
        return subject.contact()
                .map(ContactId::value)
                .or(() -> subject.staff().map(StaffId::value))
                .orElse(new UUID(0, 0));
    }

    private static Session read(Row row) throws SQLException {
        return new Session(
                new SessionId(row.uuid()),
                row.text(),
                subject(row),
                row.text(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.optionalDuration(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalInstant(),
                row.number());
    }

    private static Principal subject(Row row) throws SQLException {
        Optional<UUID> contact = row.optionalUuid();
        Optional<UUID> staff = row.optionalUuid();
        return contact.map(id -> Principal.of(new ContactId(id)))
                .orElseGet(() -> Principal.of(new StaffId(staff.orElseThrow())));
    }

    private static List<?> values(Session session) {
        return List.of(
                session.id(),
                session.hash(),
                session.subject().contact(),
                session.subject().staff(),
                session.means(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.idle(),
                session.browser(),
                session.device(),
                session.network(),
                session.endedAt());
    }
}
