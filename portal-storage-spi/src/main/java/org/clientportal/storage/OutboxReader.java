package org.clientportal.storage;

import java.util.Map;
import java.util.Set;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;

/** Looks up messages and what became of them. */
public interface OutboxReader extends RecordReader<MessageId, OutboxMessage> {
    /** The newest message of a kind (by {@code createdAt}, then id) to each of these people; those without any are left out. */
    Map<Principal, OutboxMessage> newest(String kind, Set<Principal> to);

    /** Messages to people in one state, the newest first; those that are for nobody, as events, are left out. */
    Page<OutboxMessage> list(DeliveryState state, PageRequest page);
}
