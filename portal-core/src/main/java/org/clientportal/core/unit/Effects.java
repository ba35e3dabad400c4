package org.clientportal.core.unit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;

/** What follows from every change, in the change's own unit: audit records, and messages in the outbox. */
public final class Effects {
    private final boolean listeners;
    private final Runnable wake;

    /**
     * @param listeners whether anybody hears events
     * @param wake called after a commit that queued something; returns at once
     */
    public Effects(boolean listeners, Runnable wake) {
        this.listeners = listeners;
        this.wake = wake;
    }

    /** Writes the rows; tells whether any waits to be delivered. */
    boolean apply(Writing writing) {
        for (PortalEvent event : writing.events()) {
            writing.unit().audit().append(record(writing, event));
            if (listeners) {
                writing.unit().outbox().insert(told(writing, event));
            }
        }
        writing.messages().forEach(writing.unit().outbox()::insert);
        return !writing.messages().isEmpty() || (listeners && !writing.events().isEmpty());
    }

    void committed() {
        wake.run();
    }

    private static AuditRecord record(Writing writing, PortalEvent event) {
        return new AuditRecord(
                new AuditId(writing.newId()),
                writing.now(),
                event.type().code(),
                writing.actor().principal(),
                Optional.empty(),
                event.client(),
                event.type().object(),
                event.objectId(),
                writing.actor().network(),
                event.details());
    }

    private static OutboxMessage told(Writing writing, PortalEvent event) {
        Principal actor = writing.actor().principal();
        Map<String, String> values = new HashMap<>(event.details());
        values.put("objectId", event.objectId());
        values.put("actorKind", actor.kind().name());
        values.put("actorKey", actor.key());
        return new OutboxMessage(
                new MessageId(writing.newId()),
                Lane.EVENT,
                event.type().code(),
                Optional.empty(),
                event.client(),
                values,
                Optional.empty(),
                writing.now(),
                writing.now(),
                Optional.empty(),
                DeliveryState.QUEUED,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
