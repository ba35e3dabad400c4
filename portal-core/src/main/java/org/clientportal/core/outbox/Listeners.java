package org.clientportal.core.outbox;

import java.time.Instant;
import java.util.List;
import org.clientportal.core.event.Happened;
import org.clientportal.core.event.PortalListener;
import org.clientportal.core.event.QueuedEvent;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.SystemUnit.Owned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happened. Each event is told to all of them; if any fails, it is told to all of them again later, and
 * the storage keeps back later events of the same client until then (STO-43). Thread-safe.
 */
public final class Listeners implements Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<PortalListener> listeners;

    public Listeners(List<PortalListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public Outcome deliver(Owned<OutboxMessage> message, Instant now) {
        Happened happened = QueuedEvent.read(message);
        Outcome outcome = Outcome.sent();
        for (PortalListener listener : listeners) {
            try {
                listener.on(happened);
            } catch (RuntimeException e) {
                // Not its message: it may quote what the listener looked up.
                String problem = Fault.of(e);
                LOG.warn("A listener failed on {} {}: {}", happened.event().type(), happened.id(), problem);
                outcome = Outcome.again("A listener failed: " + problem);
            }
        }
        return outcome;
    }
}
