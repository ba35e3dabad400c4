package org.clientportal.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.outbox.DeliveryState;

/**
 * What staff see before they invite (IN-3).
 *
 * @param message the practice's words for invitations, to be changed for this one
 * @param rows the client's contacts, the main one first
 */
public record InvitationWindow(String message, List<Row> rows) {
    public InvitationWindow {
        rows = List.copyOf(rows);
    }

    /**
     * One contact of the client.
     *
     * @param state at this moment
     * @param invitable whether it can be ticked: it has an email, and access neither yet nor suspended here (IN-5)
     * @param delivery what became of the newest invitation's mail (IN-10)
     */
    public record Row(
            ContactId contact,
            String name,
            Optional<EmailAddress> email,
            Relationship relationship,
            boolean main,
            AccessState state,
            boolean invitable,
            Optional<Instant> invitedAt,
            Optional<Instant> invitationEnds,
            Optional<Delivery> delivery) {}

    /**
     * What became of a mail.
     *
     * @param reason why it failed or waits to be tried again, in words
     */
    public record Delivery(DeliveryState state, Optional<String> reason) {}
}
