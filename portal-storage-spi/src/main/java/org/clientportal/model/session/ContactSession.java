package org.clientportal.model.session;

import java.util.List;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Grant;

/** A contact's session with the person and all its grants as they are now, read in one statement. */
public record ContactSession(Session session, Contact contact, List<Grant> grants) {
    public ContactSession {
        grants = List.copyOf(grants);
    }
}
