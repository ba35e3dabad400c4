package org.clientportal.model;

import java.util.UUID;

/** A typed identifier. An id names a thing and is never a secret. */
public interface Id {
    UUID value();

    /**
     * Reads a UUID in its canonical 36-character form, and no other.
     *
     * @param field the name to blame
     * @throws InvalidValue {@code malformed_id}
     */
    static UUID parse(String field, String text) {
        try {
            UUID value = UUID.fromString(text);
            if (value.toString().equalsIgnoreCase(text)) {
                return value;
            }
        } catch (IllegalArgumentException notAnId) {
            // Falls through: both kinds of malformed text get the same answer.
        }
        throw new InvalidValue(field, "malformed_id", "is not an id");
    }
}
