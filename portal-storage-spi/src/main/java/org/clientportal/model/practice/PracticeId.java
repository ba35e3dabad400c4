package org.clientportal.model.practice;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a practice, the tenant. Time-ordered (UUID version 7) when made by the portal. */
public record PracticeId(UUID value) implements Id {
    public PracticeId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static PracticeId of(String text) {
        return new PracticeId(Id.parse("practiceId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
