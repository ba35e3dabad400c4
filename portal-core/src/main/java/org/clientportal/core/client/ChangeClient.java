package org.clientportal.core.client;

import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;

/**
 * A client's new name and type.
 *
 * @param version the version it was read at; absent: whatever it is
 */
public record ChangeClient(ClientId id, String name, EntityType type, Optional<Long> version) {
    public ChangeClient {
        name = Require.line("name", name, 200);
    }
}
