package org.clientportal.example.mvstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.OutboxStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** Messages. */
final class Outbox extends Records<MessageId, OutboxMessage> implements OutboxStore {
    static final Kind<OutboxMessage> KIND = Kind.of(
                    "message", OutboxMessage.class, message -> message.id().toString())
            .orderOfSome(
                    "recipient",
                    message -> message.to()
                            .map(to -> List.of(message.kind(), Sessions.text(to), Key.time(message.createdAt()))))
            .orderOfSome(
                    "state",
                    message -> message.to().map(to -> List.of(message.state().name(), Key.time(message.createdAt()))))
            .orderOfSome(
                    "events",
                    message -> message.client()
                            .filter(client -> message.lane() == Lane.EVENT && isQueued(message))
                            .map(client -> List.of(client.toString(), Key.time(message.createdAt()))))
            .orderEverywhere(
                    "queue",
                    message -> Optional.of(List.of(message.lane().name(), Key.time(message.dueAt())))
                            .filter(place -> isQueued(message)));

    Outbox(Unit unit) {
        super(unit, unit.table(KIND), MessageId::toString);
    }

    private static boolean isQueued(OutboxMessage message) {
        return message.state() == DeliveryState.QUEUED;
    }

    @Override
    MessageId idOf(OutboxMessage message) {
        return message.id();
    }

    @Override
    void requireParents(OutboxMessage message) {
        message.client().ifPresent(client -> unit.table(Clients.KIND).requireParent(client.toString()));
    }

    @Override
    public Map<Principal, OutboxMessage> newest(String kind, Set<Principal> to) {
        Map<Principal, OutboxMessage> newest = new HashMap<>();
        for (Principal person : to) {
            table.descending("recipient", kind, Sessions.text(person))
                    .findFirst()
                    .ifPresent(message -> newest.put(person, message));
        }
        return newest;
    }

    @Override
    public Page<OutboxMessage> list(DeliveryState state, PageRequest page) {
        return table.pageByTime("state", List.of(List.of(state.name())), page, message -> true);
    }
}
