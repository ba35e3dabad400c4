package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.ContactStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.UniqueKey;

/** Contacts; a tombstone stands in no index but that of the pseudonyms. */
final class Contacts extends Records<ContactId, Contact> implements ContactStore {
    static final Kind<Contact> KIND = Kind.of(
                    "contact", Contact.class, contact -> contact.id().toString())
            .unique(UniqueKey.CONTACT_EMAIL, contact -> contact.email().map(EmailAddress::canonical))
            .unique(UniqueKey.CONTACT_EXTERNAL_ID, Contact::externalId)
            .unique(UniqueKey.CONTACT_PSEUDONYM, contact -> contact.pseudonym().map(Key::number))
            .orderOfSome(
                    "name", contact -> contact.isLiving() ? Optional.of(List.of(contact.sortKey())) : Optional.empty())
            .orderOfSome(
                    "pseudonym", contact -> contact.pseudonym().map(Key::number).map(List::of));

    Contacts(Unit unit) {
        super(unit, unit.table(KIND), ContactId::toString);
    }

    @Override
    ContactId idOf(Contact contact) {
        return contact.id();
    }

    @Override
    void requireParents(Contact contact) {}

    @Override
    public Optional<Contact> findByEmail(EmailAddress email) {
        return table.findUnique(UniqueKey.CONTACT_EMAIL, email.canonical());
    }

    @Override
    public Optional<Contact> findByExternalId(String externalId) {
        return table.findUnique(UniqueKey.CONTACT_EXTERNAL_ID, externalId);
    }

    @Override
    public Page<Contact> list(ContactQuery query) {
        return table.pageByName(
                "name",
                List.of(),
                query.page(),
                contact -> query.search().map(part -> hasPart(contact, part)).orElse(true)
                        && query.state()
                                .map(contact.access().at(query.now())::equals)
                                .orElse(true));
    }

    private static boolean hasPart(Contact contact, String part) {
        return contact.sortKey().contains(part)
                || contact.email()
                        .filter(email -> SortKey.of(email.typed()).contains(part))
                        .isPresent();
    }

    @Override
    public int highestPseudonym() {
        return table.descending("pseudonym")
                .findFirst()
                .flatMap(Contact::pseudonym)
                .orElse(0);
    }
}
