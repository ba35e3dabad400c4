package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.document.LegalHold;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.Page;

/** Keeps clients. */
final class Clients extends Records<ClientId, Client> implements ClientStore {
    static final Table<Client> TABLE = new Table<>(
            "client",
            List.of("id"),
            "id, name, type, external_id, created_at, deleted_at, hold_reason, hold_by, hold_since, version",
            List.of("sort_key"),
            Clients::read,
            Clients::values);

    private static final Keyset BY_NAME = Keyset.byName("clients");

    Clients(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(ClientId id) {
        return List.of(id);
    }

    @Override
    ClientId idOf(Client record) {
        return record.id();
    }

    @Override
    boolean holds() {
        return true;
    }

    @Override
    public Optional<Client> findByExternalId(String externalId) {
        return unit.first(
                table.reader(), table.select() + " where practice_id = ? and external_id = ?", practice, externalId);
    }

    @Override
    public Page<Client> list(ClientQuery query) {
        Filter filter = Filter.of("practice_id = ?", practice)
                .and(query.deleted() ? "deleted_at is not null" : "deleted_at is null")
                .and("id {among}", query.within())
                .and(unit.dialect().contains("sort_key"), query.search());
        return BY_NAME.page(
                unit, table.select(), filter, query.page(), table.reader(), c -> BY_NAME.cursor(c.sortKey(), c.id()));
    }

    private static Client read(Row row) throws SQLException {
        return new Client(
                new ClientId(row.uuid()),
                row.text(),
                row.constant(EntityType.class),
                row.optionalText(),
                row.instant(),
                row.optionalInstant(),
                row.optionalHold(),
                row.number());
    }

    private static List<?> values(Client client) {
        return List.of(
                client.id(),
                client.name(),
                client.type(),
                client.externalId(),
                client.createdAt(),
                client.deletedAt(),
                client.hold().map(LegalHold::reason),
                client.hold().map(LegalHold::by),
                client.hold().map(LegalHold::since),
                client.sortKey());
    }
}
