package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.OutboxStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** Keeps messages. */
final class Outbox extends Records<MessageId, OutboxMessage> implements OutboxStore {
    static final Table<OutboxMessage> TABLE = new Table<>(
            "outbox",
            List.of("id"),
            "id, lane, kind, to_kind, to_key, client_id, text_values, sealed_secret, created_at, due_at, expires_at,"
                    + " state, attempts, failure, settled_at, version",
            List.of(),
            Outbox::read,
            Outbox::values);

    private static final Keyset NEWEST = Keyset.newestFirst("messages", "created_at");

    Outbox(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(MessageId id) {
        return List.of(id);
    }

    @Override
    MessageId idOf(OutboxMessage record) {
        return record.id();
    }

    @Override
    public Map<Principal, OutboxMessage> newest(String kind, Set<Principal> to) {
        if (to.isEmpty()) {
            return Map.of();
        }
        Set<String> keys = to.stream().map(Principal::key).collect(Collectors.toSet());
        String sql = "select " + TABLE.columns("n") + " from (select m.*, row_number() over"
                + " (partition by to_kind, to_key order by created_at desc, id desc) as place from {outbox} m"
                + " where practice_id = ? and to_key {among} and kind = ?) n where n.place = 1";
        Map<Principal, OutboxMessage> newest = new HashMap<>();
        unit.list(table.reader(), sql, practice, keys, kind)
                .forEach(message -> newest.put(message.to().orElseThrow(), message));
        newest.keySet().retainAll(to);
        return newest;
    }

    @Override
    public Page<OutboxMessage> list(DeliveryState state, PageRequest page) {
        Filter filter = Filter.of("practice_id = ? and to_key is not null and state = ?", practice, state);
        return NEWEST.page(
                unit,
                table.select(),
                filter,
                page,
                table.reader(),
                message -> NEWEST.cursor(message.createdAt(), message.id().value()));
    }

    static OutboxMessage read(Row row) throws SQLException {
        return new OutboxMessage(
                new MessageId(row.uuid()),
                row.constant(Lane.class),
                row.text(),
                row.optionalPrincipal(),
                row.optionalUuid().map(ClientId::new),
                Json.map(row.text()),
                row.optionalText(),
                row.instant(),
                row.instant(),
                row.optionalInstant(),
                row.constant(DeliveryState.class),
                row.integer(),
                row.optionalText(),
                row.optionalInstant(),
                row.number());
    }

    private static List<?> values(OutboxMessage message) {
        return List.of(
                message.id(),
                message.lane(),
                message.kind(),
                message.to().map(Principal::kind),
                message.to().map(Principal::key),
                message.client(),
                Json.write(message.values()),
                message.sealedSecret(),
                message.createdAt(),
                message.dueAt(),
                message.expiresAt(),
                message.state(),
                message.attempts(),
                message.failure(),
                message.settledAt());
    }
}
