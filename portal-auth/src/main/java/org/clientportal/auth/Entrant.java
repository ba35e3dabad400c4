package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;

/**
 * Somebody who may sign in, as one unit found them.
 *
 * @param contact the person itself, on the clients' side
 */
record Entrant(Principal principal, Optional<EmailAddress> email, Optional<Contact> contact) {
    Side side() {
        return Side.of(principal);
    }
}
