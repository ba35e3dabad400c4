package org.clientportal.storage;

import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;

/** Looks up clients, deleted ones included. */
public interface ClientReader extends RecordReader<ClientId, Client> {
    Optional<Client> findByExternalId(String externalId);

    /** By folded name, then id. */
    Page<Client> list(ClientQuery query);
}
