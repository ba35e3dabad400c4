package org.clientportal.core.contact;

import java.util.List;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Grant;

/** A contact with the clients it belongs to, by name: all of them for an administrator, else those in reach. */
public record ContactRow(Contact contact, List<Grant> grants) {
    public ContactRow {
        grants = List.copyOf(grants);
    }
}
