package org.clientportal.storage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Require;

/**
 * Where the next page starts: after the row with this key and id, in the list's own order. Opaque to callers; it holds
 * nothing that its reader has not just been shown.
 *
 * @param key the row's sort key or instant, in whatever form the list writes it
 * @param id the row's id, which ends every order
 */
public record Cursor(String key, String id) {
    private static final String SEPARATOR = "\n";

    public Cursor {
        Require.text("cursor", key, 500);
        Require.text("cursor", id, 100);
    }

    /** The form that travels in an address. */
    public String encoded() {
        byte[] bytes = (id + SEPARATOR + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws InvalidValue {@code malformed_cursor} for anything else
     */
    public static Cursor decode(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = decoded.indexOf(SEPARATOR);
            if (end > 0) {
                return new Cursor(decoded.substring(end + 1), decoded.substring(0, end));
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through: every kind of malformed cursor gets the same answer.
        }
        throw malformed();
    }

    /** What a list throws when it cannot read a cursor's key or id: the cursor is of another list or made up. */
    public static InvalidValue malformed() {
        return new InvalidValue("cursor", "malformed_cursor", "is not a cursor of this list");
    }
}
