package org.clientportal.model.contact;

import java.util.Objects;
import org.clientportal.model.client.ClientId;

/** Names the relation of one contact to one client. */
public record AssignmentId(ContactId contact, ClientId client) {
    public AssignmentId {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(client, "client");
    }
}
