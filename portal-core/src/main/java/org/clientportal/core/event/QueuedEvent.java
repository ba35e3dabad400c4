package org.clientportal.core.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.SystemUnit.Owned;

/** How an event lies in the outbox until listeners have heard it. */
public final class QueuedEvent {
    private static final String OBJECT = "objectId";
    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_KEY = "actorKey";

    private QueuedEvent() {}

    /** The message that carries an event. */
    public static OutboxMessage write(MessageId id, PortalEvent event, Principal actor, Instant now) {
        Map<String, String> values = new HashMap<>(event.details());
        values.put(OBJECT, event.objectId());
        values.put(ACTOR_KIND, actor.kind().name());
        values.put(ACTOR_KEY, actor.key());
        return new OutboxMessage(
                id,
                Lane.EVENT,
                event.type().code(),
                Optional.empty(),
                event.client(),
                values,
                Optional.empty(),
                now,
                now,
                Optional.empty(),
                DeliveryState.QUEUED,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /**
     * Reads what {@link #write} made.
     *
     * @throws IllegalArgumentException if the type is of another version of the portal
     */
    public static Happened read(Owned<OutboxMessage> owned) {
        OutboxMessage message = owned.item();
        Map<String, String> details = new HashMap<>(message.values());
        String object = taken(details, OBJECT);
        Principal actor = new Principal(Principal.Kind.valueOf(taken(details, ACTOR_KIND)), taken(details, ACTOR_KEY));
        EventType type = EventType.valueOf(message.kind().toUpperCase(Locale.ROOT));
        PortalEvent event = new PortalEvent(type, message.client(), object, details);
        return new Happened(message.id(), owned.practice(), actor, message.createdAt(), event);
    }

    private static String taken(Map<String, String> details, String name) {
        String value = details.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("a queued event lacks its " + name);
        }
        return value;
    }
}
