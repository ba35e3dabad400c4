package org.clientportal.host.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;

/** Sessions by token, as signing in would have opened them. */
final class FakeSignIn implements SignIn {
    static final ContactId JOE = new ContactId(UUID.randomUUID());
    static final StaffId ANN = new StaffId(UUID.randomUUID());
    static final StaffId BEA = new StaffId(UUID.randomUUID());

    final List<SessionId> used = new ArrayList<>();
    private final Map<String, ContactSession> contacts = new HashMap<>();
    private final Map<String, StaffSession> staff = new HashMap<>();

    FakeSignIn() {
        Contact joe = new Contact(
                JOE,
                Optional.of(Contact.Profile.of("Joe", Optional.of(new EmailAddress("joe@example.com")))),
                PortalAccess.NONE,
                true,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                1);
        contacts.put("joe", new ContactSession(session(Principal.of(JOE)), joe, List.of()));
        staff.put("ann", new StaffSession(session(Principal.of(ANN)), member(ANN, StaffRole.ADMIN)));
        staff.put("bea", new StaffSession(session(Principal.of(BEA)), member(BEA, StaffRole.MEMBER)));
    }

    @Override
    public Optional<ContactSession> contact(Practice practice, String token) {
        return Optional.ofNullable(contacts.get(token));
    }

    @Override
    public Optional<StaffSession> staff(Practice practice, String token) {
        return Optional.ofNullable(staff.get(token));
    }

    @Override
    public void used(Practice practice, Session session) {
        used.add(session.id());
    }

    private static StaffMember member(StaffId id, StaffRole role) {
        return new StaffMember(
                id,
                new EmailAddress(role.name().toLowerCase(java.util.Locale.ROOT) + "@example.com"),
                role.name(),
                role,
                false,
                ClientAccess.ALL,
                true,
                Instant.EPOCH,
                1);
    }

    private static Session session(Principal subject) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                "hash",
                subject,
                "magic_link",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
