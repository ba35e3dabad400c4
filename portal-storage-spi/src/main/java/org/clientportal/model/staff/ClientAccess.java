package org.clientportal.model.staff;

import java.util.Set;
import org.clientportal.model.client.ClientId;

/**
 * Which clients a member of the staff reaches (PR-3): all, or a named set. Outside it every answer is as if the client
 * did not exist.
 *
 * @param all every client, those to come included; {@code named} is then empty
 * @param named the reached clients when not all
 */
public record ClientAccess(boolean all, Set<ClientId> named) {
    /** Every client. */
    public static final ClientAccess ALL = new ClientAccess(true, Set.of());

    public ClientAccess {
        named = all ? Set.of() : Set.copyOf(named);
    }

    /** Just these clients. */
    public static ClientAccess only(Set<ClientId> clients) {
        return new ClientAccess(false, clients);
    }

    public boolean reaches(ClientId client) {
        return all || named.contains(client);
    }
}
