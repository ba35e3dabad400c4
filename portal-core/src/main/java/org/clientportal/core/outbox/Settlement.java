package org.clientportal.core.outbox;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.Units;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.SystemUnit.Owned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what came of messages. What cannot be noted because the storage is out of reach is remembered and noted first when it
 * is back: only a crash makes a second delivery possible (NO-1). Thread-safe.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Units units;
    private final Queue<Owned<OutboxMessage>> owed = new ConcurrentLinkedQueue<>();

    Settlement(Units units) {
        this.units = units;
    }

    /** Notes the newest state of a claimed message. */
    void note(Owned<OutboxMessage> after) {
        owed.add(after);
        catchUp();
    }

    /**
     * Notes what is still owed.
     *
     * @throws PortalException.Unavailable if the storage is out of reach; it then stays owed
     */
    void catchUp() {
        for (Owned<OutboxMessage> next = owed.poll(); next != null; next = owed.poll()) {
            try {
                write(next);
            } catch (PortalException.Unavailable e) {
                owed.add(next);
                throw e;
            }
        }
    }

    private void write(Owned<OutboxMessage> after) {
        try {
            units.write(
                    Actors.system(after.practice()),
                    writing -> writing.unit().outbox().update(after.item()));
        } catch (PortalException.Stale | PortalException.NotFound e) {
            // The claim lasted shorter than the delivery: whoever holds it now notes what comes of theirs (STO-42).
            LOG.info("Message {} was claimed by another meanwhile", after.item().id());
        }
    }
}
