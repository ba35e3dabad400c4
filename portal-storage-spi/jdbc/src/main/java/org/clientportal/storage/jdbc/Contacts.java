package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Contact.Profile;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.StaffId;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.ContactStore;
import org.clientportal.storage.Page;

/** Keeps contacts, living ones and tombstones. */
final class Contacts extends Records<ContactId, Contact> implements ContactStore {
    static final Table<Contact> TABLE = new Table<>(
            "contact",
            List.of("id"),
            "id, name, email, phone, locale, zone, state, invited_at, invited_by, invitation_ends, first_sign_in,"
                    + " last_sign_in, billable, external_id, created_at, deleted_at, pseudonym, version",
            List.of("sort_key", "email_key", "email_sort_key"),
            Contacts::read,
            Contacts::values);

    private static final Keyset BY_NAME = Keyset.byName("contacts");

    Contacts(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(ContactId id) {
        return List.of(id);
    }

    @Override
    ContactId idOf(Contact record) {
        return record.id();
    }

    @Override
    boolean holds() {
        return true;
    }

    @Override
    public Optional<Contact> findByEmail(EmailAddress email) {
        return living("email_key = ?", email.canonical());
    }

    @Override
    public Optional<Contact> findByExternalId(String externalId) {
        return living("external_id = ?", externalId);
    }

    private Optional<Contact> living(String condition, String value) {
        String sql = table.select() + " where practice_id = ? and deleted_at is null and " + condition;
        return unit.first(table.reader(), sql, practice, value);
    }

    @Override
    public Page<Contact> list(ContactQuery query) {
        Filter filter = Filter.of("practice_id = ? and deleted_at is null", practice);
        query.search()
                .ifPresent(part -> filter.and(
                        "(" + unit.dialect().contains("sort_key") + " or "
                                + unit.dialect().contains("email_sort_key") + ")",
                        part,
                        part));
        query.state().ifPresent(state -> filter.and(inState(state, query.now())));
        return BY_NAME.page(
                unit, table.select(), filter, query.page(), table.reader(), c -> BY_NAME.cursor(c.sortKey(), c.id()));
    }

    /** EXPIRED is never stored: it is an invitation whose end has come. */
    private static Filter inState(AccessState state, Instant now) {
        if (state == AccessState.EXPIRED) {
            return Filter.of("state = ? and invitation_ends <= ?", AccessState.INVITED, now);
        }
        Filter stored = Filter.of("state = ?", state);
        return state == AccessState.INVITED ? stored.and("invitation_ends > ?", now) : stored;
    }

    @Override
    public int highestPseudonym() {
        String sql = "select max(pseudonym) from {contact} where practice_id = ? and pseudonym is not null";
        return unit.first(Row::integer, sql, practice).orElse(0);
    }

    private static Contact read(Row row) throws SQLException {
        return new Contact(
                new ContactId(row.uuid()),
                profile(row),
                access(row),
                row.truth(),
                row.optionalText(),
                row.instant(),
                row.optionalInstant(),
                row.optionalNumber().map(Math::toIntExact),
                row.number());
    }

    private static Optional<Profile> profile(Row row) throws SQLException {
        Optional<String> name = row.optionalText();
        Optional<EmailAddress> email = row.optionalText().map(EmailAddress::new);
        Optional<PhoneNumber> phone = row.optionalText().map(PhoneNumber::new);
        Optional<Locale> locale = row.optionalText().map(Locale::forLanguageTag);
        Optional<ZoneId> zone = row.optionalText().map(ZoneId::of);
        return name.map(n -> new Profile(n, email, phone, locale, zone));
    }

    private static PortalAccess access(Row row) throws SQLException {
        return new PortalAccess(
                row.constant(AccessState.class),
                row.optionalInstant(),
                row.optionalUuid().map(StaffId::new),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant());
    }

    private static List<?> values(Contact contact) {
        PortalAccess access = contact.access();
        return List.of(
                contact.id(),
                contact.name(),
                contact.email().map(EmailAddress::typed),
                contact.profile().flatMap(Profile::phone).map(PhoneNumber::value),
                contact.profile().flatMap(Profile::locale).map(Locale::toLanguageTag),
                contact.profile().flatMap(Profile::zone).map(ZoneId::getId),
                access.stored(),
                access.invitedAt(),
                access.invitedBy(),
                access.invitationEnds(),
                access.firstSignIn(),
                access.lastSignIn(),
                contact.billable(),
                contact.externalId(),
                contact.createdAt(),
                contact.deletedAt(),
                contact.pseudonym(),
                contact.sortKey(),
                contact.email().map(EmailAddress::canonical),
                contact.email().map(email -> SortKey.of(email.typed())));
    }
}
