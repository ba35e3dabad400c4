package org.clientportal.model.secret;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names an issued secret. Time-ordered (UUID version 7) when made by the portal. */
public record SecretId(UUID value) implements Id {
    public SecretId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static SecretId of(String text) {
        return new SecretId(Id.parse("secretId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
