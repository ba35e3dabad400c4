package org.clientportal.host.api;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;

/** A client, as the firm sees it. */
record ClientJson(
        ClientId id,
        String name,
        EntityType type,
        Optional<String> externalId,
        Instant createdAt,
        Optional<Instant> deletedAt,
        Optional<String> legalHold,
        long version) {
    static ClientJson of(Client client) {
        return new ClientJson(
                client.id(),
                client.name(),
                client.type(),
                client.externalId(),
                client.createdAt(),
                client.deletedAt(),
                client.hold().map(hold -> hold.reason()),
                client.version());
    }
}
