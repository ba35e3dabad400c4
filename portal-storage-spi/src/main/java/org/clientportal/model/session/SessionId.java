package org.clientportal.model.session;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a session. Time-ordered (UUID version 7) when made by the portal. */
public record SessionId(UUID value) implements Id {
    public SessionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static SessionId of(String text) {
        return new SessionId(Id.parse("sessionId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
