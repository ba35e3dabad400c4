package org.clientportal.core.client;

import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.client.EntityType;

/** A client to be created. */
public record CreateClient(String name, EntityType type, Optional<String> externalId) {
    public CreateClient {
        name = Require.line("name", name, 200);
        externalId = Require.line("externalId", externalId, 200);
    }

    public static CreateClient of(String name, EntityType type) {
        return new CreateClient(name, type, Optional.empty());
    }
}
