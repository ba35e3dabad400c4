package org.clientportal.core.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.Id;
import org.clientportal.model.client.ClientId;

/**
 * One thing that happened. It holds ids and codes, never a name, email, text or secret (AU-1).
 *
 * @param client the client it concerns, if it concerns one
 * @param objectId the thing it happened to, of the kind that {@code type} says
 * @param details further ids and codes, by name
 */
public record PortalEvent(EventType type, Optional<ClientId> client, String objectId, Map<String, String> details) {
    public PortalEvent {
        details = Map.copyOf(details);
    }

    /** Something at one client. */
    public static PortalEvent at(ClientId client, EventType type, Id object) {
        return new PortalEvent(type, Optional.of(client), object.toString(), Map.of());
    }

    /** Something in the practice as a whole. */
    public static PortalEvent of(EventType type, Id object) {
        return new PortalEvent(type, Optional.empty(), object.toString(), Map.of());
    }

    /** This event with one detail more. */
    public PortalEvent with(String name, Object value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, String.valueOf(value));
        return new PortalEvent(type, client, objectId, more);
    }
}
