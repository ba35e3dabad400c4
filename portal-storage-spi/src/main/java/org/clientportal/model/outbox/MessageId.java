package org.clientportal.model.outbox;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a message of the outbox. Time-ordered (UUID version 7) when made by the portal. */
public record MessageId(UUID value) implements Id {
    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static MessageId of(String text) {
        return new MessageId(Id.parse("messageId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
