package org.clientportal.storage.memory;

import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.UniqueKey;

final class MemoryClients extends MemoryRecords<ClientId, Client> implements ClientStore {
    static final Table<ClientId, Client> TABLE =
            Table.of("client", Client::id).unique(UniqueKey.CLIENT_EXTERNAL_ID, Client::externalId);

    private static final Order<Client, String> BY_NAME = Order.byName(Client::sortKey, Client::id);

    MemoryClients(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), true);
    }

    @Override
    public Optional<Client> findByExternalId(String externalId) {
        return rows.by(UniqueKey.CLIENT_EXTERNAL_ID, externalId);
    }

    @Override
    public Page<Client> list(ClientQuery query) {
        return BY_NAME.page(rows.all().filter(client -> matches(client, query)), query.page());
    }

    private static boolean matches(Client client, ClientQuery query) {
        return client.isLiving() != query.deleted()
                && query.within().map(ids -> ids.contains(client.id())).orElse(true)
                && query.search().map(client.sortKey()::contains).orElse(true);
    }
}
