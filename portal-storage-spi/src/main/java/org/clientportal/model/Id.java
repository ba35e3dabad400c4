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
        boolean canonical = text.length() == 36;
        for (int i = 0; canonical && i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            // The JDK would also read shorter groups, and signs.
            canonical = dash ? text.charAt(i) == '-' : Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 128;
        }
        if (canonical) {
            return UUID.fromString(text);
        }
        throw new InvalidValue(field, "malformed_id", "is not an id");
    }
}
