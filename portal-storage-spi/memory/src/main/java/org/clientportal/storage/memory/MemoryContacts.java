package org.clientportal.storage.memory;

import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.ContactStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.UniqueKey;

final class MemoryContacts extends MemoryRecords<ContactId, Contact> implements ContactStore {
    static final Table<ContactId, Contact> TABLE = Table.of("contact", Contact::id)
            .unique(UniqueKey.CONTACT_EMAIL, contact -> contact.email().map(EmailAddress::canonical))
            .unique(
                    UniqueKey.CONTACT_EXTERNAL_ID,
                    contact -> contact.externalId().filter(id -> contact.isLiving()))
            .unique(UniqueKey.CONTACT_PSEUDONYM, Contact::pseudonym);

    private static final Order<Contact, String> BY_NAME = Order.byName(Contact::sortKey, Contact::id);

    MemoryContacts(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), true);
    }

    @Override
    public Optional<Contact> findByEmail(EmailAddress email) {
        return rows.by(UniqueKey.CONTACT_EMAIL, email.canonical());
    }

    @Override
    public Optional<Contact> findByExternalId(String externalId) {
        return rows.by(UniqueKey.CONTACT_EXTERNAL_ID, externalId);
    }

    @Override
    public Page<Contact> list(ContactQuery query) {
        return BY_NAME.page(rows.all().filter(contact -> matches(contact, query)), query.page());
    }

    @Override
    public int highestPseudonym() {
        return rows.all()
                .flatMap(contact -> contact.pseudonym().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static boolean matches(Contact contact, ContactQuery query) {
        return contact.isLiving()
                && query.search().map(part -> isFoundBy(part, contact)).orElse(true)
                && query.state()
                        .map(state -> state == contact.access().at(query.now()))
                        .orElse(true);
    }

    private static boolean isFoundBy(String part, Contact contact) {
        return contact.sortKey().contains(part)
                || contact.email()
                        .map(email -> SortKey.of(email.typed()).contains(part))
                        .orElse(false);
    }
}
