package org.clientportal.model.document;

import org.clientportal.model.Require;
import org.clientportal.model.practice.PracticeId;

/**
 * Where a document's bytes lie: {@code practice/random}, never a name that a user gave (P19). Immutable: bytes under a
 * key are written once.
 *
 * @param value two path-safe parts, the practice's id and 32 or more hexadecimal digits
 */
public record ContentKey(String value) {
    private static final int PRACTICE = 36;

    public ContentKey {
        Require.that(hasForm(value), "contentKey", "malformed_key", "is not a content key");
    }

    public static ContentKey of(PracticeId practice, String random) {
        return new ContentKey(practice + "/" + random);
    }

    private static boolean hasForm(String value) {
        int random = value.length() - PRACTICE - 1;
        if (random < 32
                || random > 64
                || value.charAt(PRACTICE) != '/'
                || !Hex.all(value, PRACTICE + 1, value.length())) {
            return false;
        }
        for (int i = 0; i < PRACTICE; i++) {
            if (value.charAt(i) != '-' && !Hex.is(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
