package org.clientportal.storage;

import java.util.Optional;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;

/** Looks up contacts; by id also the tombstones. */
public interface ContactReader extends RecordReader<ContactId, Contact> {
    /** The living contact with this email, compared in canonical form. */
    Optional<Contact> findByEmail(EmailAddress email);

    /** The living contact with this external id. */
    Optional<Contact> findByExternalId(String externalId);

    /** The living ones by folded name, then id. */
    Page<Contact> list(ContactQuery query);

    /** The highest number given to a tombstone so far, or 0. */
    int highestPseudonym();
}
