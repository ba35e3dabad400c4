package org.clientportal.model.client;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.SortKey;
import org.clientportal.model.Versioned;
import org.clientportal.model.document.LegalHold;

/**
 * A business the practice works for (CC-1).
 *
 * @param externalId an embedder's own id, unique among the practice's clients (PR-7)
 * @param deletedAt when an administrator deleted it; from then on it does not exist for contacts and members (DE-7)
 * @param hold keeps everything of this client from being deleted (DO-5)
 */
public record Client(
        ClientId id,
        String name,
        EntityType type,
        Optional<String> externalId,
        Instant createdAt,
        Optional<Instant> deletedAt,
        Optional<LegalHold> hold,
        long version)
        implements Versioned<Client> {
    public Client {
        name = Require.line("name", name, 200);
        externalId = Require.line("externalId", externalId, 200);
        Require.micros("createdAt", createdAt);
        Require.micros("deletedAt", deletedAt);
    }

    public boolean isLiving() {
        return deletedAt.isEmpty();
    }

    /** The folded name by which lists are ordered and searched. */
    public String sortKey() {
        return SortKey.of(name);
    }

    /** This client under another name and type. */
    public Client changed(String newName, EntityType newType) {
        return new Client(id, newName, newType, externalId, createdAt, deletedAt, hold, version);
    }

    public Client deleted(Instant now) {
        return new Client(id, name, type, externalId, createdAt, Optional.of(now), hold, version);
    }

    public Client restored() {
        return new Client(id, name, type, externalId, createdAt, Optional.empty(), hold, version);
    }

    public Client withHold(Optional<LegalHold> changed) {
        return new Client(id, name, type, externalId, createdAt, deletedAt, changed, version);
    }

    @Override
    public Client withVersion(long next) {
        return new Client(id, name, type, externalId, createdAt, deletedAt, hold, next);
    }
}
