package org.clientportal.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.SureTime;
import org.clientportal.core.unit.Units;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.SystemUnit.Owned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of the outbox, one by one, each claimed for as long as a delivery may take. Whatever goes wrong with one
 * is noted with that one and delays no other (P26). Any number may run, on any number of nodes. A message is delivered at
 * least once: twice if its worker died between the delivery and its note, or was kept from working for longer than the claim
 * lasts. Thread-safe.
 */
public final class Dispatcher {
    /** How long a claim lasts, and so the longest that a delivery may take; a crashed worker's message is tried again after it. */
    public static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Units units;
    private final Delivery delivery;
    private final DeliveryListener observer;
    private final Settlement settlement;

    public Dispatcher(Units units, Delivery delivery, DeliveryListener observer) {
        this.units = units;
        this.delivery = delivery;
        this.observer = observer;
        this.settlement = new Settlement(units);
    }

    /**
     * Tries the message of a lane that has been due longest.
     *
     * @return false if none is due
     * @throws PortalException.Unavailable if the storage is out of reach
     */
    public boolean deliverNext(Lane lane, Instant now) {
        settlement.catchUp();
        Claimed claimed = units.system(unit -> {
            // By this node's clock, which a single node's messages were made by, be it right or wrong.
            List<Owned<OutboxMessage>> due = unit.claimDue(lane, now, now.plus(CLAIM), 1);
            // Most looks find nothing, and need not ask the database for its time.
            return new Claimed(due, due.isEmpty() ? now : SureTime.of(unit, now));
        });
        claimed.messages().forEach(message -> process(message, now, claimed.sure()));
        return !claimed.messages().isEmpty();
    }

    /** What was claimed, and the time by which it may be dropped. */
    private record Claimed(List<Owned<OutboxMessage>> messages, Instant sure) {}

    private void process(Owned<OutboxMessage> owned, Instant now, Instant sure) {
        OutboxMessage message = owned.item();
        Instant began = units.now();
        Outcome outcome = outcome(owned, sure);
        // A pause counts from the end of the try, or one that took longer would be followed by the next at once.
        OutboxMessage after = outcome.applyTo(message, now.plus(Duration.between(began, units.now())));
        if (after.state() != DeliveryState.SENT) {
            LOG.info("Message {} ({}), try {}: {}", message.id(), message.kind(), message.attempts(), after.state());
        }
        settlement.note(new Owned<>(owned.practice(), after));
        tell(after);
    }

    private Outcome outcome(Owned<OutboxMessage> owned, Instant sure) {
        OutboxMessage message = owned.item();
        if (message.expiresAt().filter(end -> !sure.isBefore(end)).isPresent()) {
            return Outcome.dropped(
                    message.failure().map(why -> "Too late: " + why).orElse("Too late."));
        }
        if (message.attempts() > Outcome.TRIES) {
            // Claimed that often without an outcome: it takes its workers down with it.
            return Outcome.failed("No try came to an end.");
        }
        try {
            return delivery.deliver(owned, sure);
        } catch (PortalException.Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            String problem = Fault.of(e);
            LOG.error("Message {} ({}) met a fault: {}", message.id(), message.kind(), problem);
            return Outcome.again("A fault: " + problem);
        }
    }

    private void tell(OutboxMessage after) {
        try {
            observer.tried(after.lane(), after.kind(), after.state());
        } catch (RuntimeException e) {
            LOG.warn("A delivery listener failed", e);
        }
    }
}
