package org.clientportal.model.client;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a client: a business. Time-ordered (UUID version 7) when made by the portal. */
public record ClientId(UUID value) implements Id {
    public ClientId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static ClientId of(String text) {
        return new ClientId(Id.parse("clientId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
