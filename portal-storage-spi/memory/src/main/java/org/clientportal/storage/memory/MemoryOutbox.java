package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.OutboxStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

final class MemoryOutbox extends MemoryRecords<MessageId, OutboxMessage> implements OutboxStore {
    static final Table<MessageId, OutboxMessage> TABLE = Table.of("message", OutboxMessage::id)
            .refersTo(
                    MemoryClients.TABLE,
                    message -> message.client().map(Set::of).orElse(Set.of()));

    private static final Order<OutboxMessage, Instant> NEWEST_FIRST =
            Order.newestFirst(OutboxMessage::createdAt, OutboxMessage::id);

    private static final Comparator<OutboxMessage> OLDEST_FIRST = Comparator.comparing(OutboxMessage::createdAt)
            .thenComparing(message -> message.id().toString());

    MemoryOutbox(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), false);
    }

    @Override
    public Map<Principal, OutboxMessage> newest(String kind, Set<Principal> to) {
        Map<Principal, OutboxMessage> newest = new HashMap<>();
        NEWEST_FIRST
                .all(rows.all().filter(message -> message.kind().equals(kind)))
                .forEach(message ->
                        message.to().filter(to::contains).ifPresent(person -> newest.putIfAbsent(person, message)));
        return newest;
    }

    @Override
    public Page<OutboxMessage> list(DeliveryState state, PageRequest page) {
        return NEWEST_FIRST.page(
                rows.all()
                        .filter(message ->
                                message.state() == state && message.to().isPresent()),
                page);
    }

    List<OutboxMessage> due(Lane lane, Instant now) {
        return rows.all()
                .filter(message -> message.lane() == lane
                        && message.state() == DeliveryState.QUEUED
                        && message.isDue(now)
                        && (lane != Lane.EVENT || isNext(message)))
                .toList();
    }

    private boolean isNext(OutboxMessage event) {
        return event.client().isEmpty()
                || rows.all()
                        .noneMatch(other -> other.lane() == Lane.EVENT
                                && other.state() == DeliveryState.QUEUED
                                && other.client().equals(event.client())
                                && OLDEST_FIRST.compare(other, event) < 0);
    }

    OutboxMessage claim(OutboxMessage message, Instant leaseUntil) {
        OutboxMessage claimed = message.claimed(leaseUntil);
        rows.replace(claimed);
        return claimed;
    }
}
