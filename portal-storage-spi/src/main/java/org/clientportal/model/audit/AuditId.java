package org.clientportal.model.audit;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names an audit record. Time-ordered (UUID version 7) when made by the portal. */
public record AuditId(UUID value) implements Id {
    public AuditId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static AuditId of(String text) {
        return new AuditId(Id.parse("recordId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
