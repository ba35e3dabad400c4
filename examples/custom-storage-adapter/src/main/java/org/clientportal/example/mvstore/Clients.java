package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.UniqueKey;

/** Clients; the living and the deleted ones are two lists in one index. */
final class Clients extends Records<ClientId, Client> implements ClientStore {
    static final Kind<Client> KIND = Kind.of(
                    "client", Client.class, client -> client.id().toString())
            .unique(UniqueKey.CLIENT_EXTERNAL_ID, Client::externalId)
            .order("name", client -> List.of(list(!client.isLiving()), client.sortKey()));

    Clients(Unit unit) {
        super(unit, unit.table(KIND), ClientId::toString);
    }

    @Override
    ClientId idOf(Client client) {
        return client.id();
    }

    @Override
    void requireParents(Client client) {}

    @Override
    public Optional<Client> findByExternalId(String externalId) {
        return table.findUnique(UniqueKey.CLIENT_EXTERNAL_ID, externalId);
    }

    @Override
    public Page<Client> list(ClientQuery query) {
        return table.pageByName(
                "name",
                List.of(list(query.deleted())),
                query.page(),
                client -> query.within().map(ids -> ids.contains(client.id())).orElse(true)
                        && query.search().map(client.sortKey()::contains).orElse(true));
    }

    private static String list(boolean deleted) {
        return deleted ? "deleted" : "living";
    }
}
