package org.clientportal.core.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.Ids;
import org.clientportal.core.access.Policy;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.WriteUnit;

/** A unit that writes. What happened in it is told through {@link #happened}; audit and outbox rows follow from that. */
public final class Writing extends Reading {
    private final WriteUnit unit;
    private final Ids ids;
    private final List<PortalEvent> events = new ArrayList<>();
    private final List<OutboxMessage> messages = new ArrayList<>();

    Writing(Actor actor, Instant now, WriteUnit unit, Policy policy, Ids ids) {
        super(actor, now, unit, policy);
        this.unit = unit;
        this.ids = ids;
    }

    public WriteUnit unit() {
        return unit;
    }

    /**
     * Like {@link #reached}, for a client that this unit changes. Locked before it is looked up: of two units that had both
     * looked, neither could lock it before the other ends.
     */
    public Client locked(ClientId id) {
        firm();
        unit.clients().lock(id);
        return reached(id);
    }

    public UUID newId() {
        return ids.next(now());
    }

    /** Notes what happened, to be audited and told in this unit. */
    public void happened(PortalEvent event) {
        events.add(event);
    }

    /** Queues a message to a person in this unit. */
    public void send(OutboxMessage message) {
        messages.add(message);
    }

    @Override
    boolean isWriting() {
        return true;
    }

    List<PortalEvent> events() {
        return events;
    }

    List<OutboxMessage> messages() {
        return messages;
    }
}
