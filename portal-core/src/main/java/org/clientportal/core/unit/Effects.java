package org.clientportal.core.unit;

import java.util.Optional;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.event.QueuedEvent;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.outbox.MessageId;

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
                MessageId id = new MessageId(writing.newId());
                Principal actor = writing.actor().principal();
                writing.unit().outbox().insert(QueuedEvent.write(id, event, actor, writing.now()));
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
}
