package org.clientportal.host.web.practice;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.auth.InvitationWindow;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.PhoneNumber;

/**
 * A contact's row on a client's Contacts tab.
 *
 * @param invitation how far the invitation has come, delivery included (IN-10)
 * @param error why the row's own form was refused; empty text if it was not
 */
public record ContactLine(Contact contact, Assignment assignment, InvitationWindow.Row invitation, String error) {
    static ContactLine of(ContactRow row, InvitationWindow.Row invitation) {
        return new ContactLine(row.contact(), row.grants().get(0).assignment(), invitation, "");
    }

    ContactLine refused(String why) {
        return new ContactLine(contact, assignment, invitation, why);
    }

    public ContactId id() {
        return contact.id();
    }

    public String name() {
        return contact.name().orElse("");
    }

    /** What stands under the name. */
    public String address() {
        return contact.email()
                .map(EmailAddress::typed)
                .or(() -> contact.profile().flatMap(Contact.Profile::phone).map(PhoneNumber::value))
                .orElse("");
    }

    public boolean has(Permission permission) {
        return assignment.has(permission);
    }

    public Optional<Instant> lastSignIn() {
        return contact.access().lastSignIn();
    }

    /** Whether the invitation's mail needs a word: it waits, or it failed. */
    public boolean showsDelivery() {
        return switch (invitation.state()) {
            case INVITED, EXPIRED -> invitation.delivery().isPresent();
            case NOT_INVITED, ACTIVE, REVOKED -> false;
        };
    }
}
