package org.clientportal.core.contact;

import java.util.Map;
import java.util.Optional;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;

/**
 * A person to be added (CC-4).
 *
 * @param clients to which clients, on what terms; a client's Contacts tab gives exactly its own
 */
public record AddContact(Contact.Profile profile, Map<ClientId, Terms> clients, Optional<String> externalId) {
    public AddContact {
        clients = Map.copyOf(clients);
    }

    /** As added on a client's Contacts tab. */
    public static AddContact to(ClientId client, Contact.Profile profile, Terms terms) {
        return new AddContact(profile, Map.of(client, terms), Optional.empty());
    }
}
