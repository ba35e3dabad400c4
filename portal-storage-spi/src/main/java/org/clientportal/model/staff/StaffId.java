package org.clientportal.model.staff;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a member of the practice's staff. Time-ordered (UUID version 7) when made by the portal. */
public record StaffId(UUID value) implements Id {
    public StaffId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static StaffId of(String text) {
        return new StaffId(Id.parse("staffId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
