package org.clientportal.model.contact;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a contact: a person on a client's side. Time-ordered (UUID version 7) when made by the portal. */
public record ContactId(UUID value) implements Id {
    public ContactId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static ContactId of(String text) {
        return new ContactId(Id.parse("contactId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
