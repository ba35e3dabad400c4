package org.clientportal.core.outbox;

import java.time.Instant;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.SystemUnit.Owned;

/** One way to hand over messages. Thread-safe; called outside every unit of work. */
@FunctionalInterface
public interface Delivery {
    /** Tries once; what goes wrong with the message is an outcome, what goes wrong with the storage is thrown. */
    Outcome deliver(Owned<OutboxMessage> message, Instant now);
}
