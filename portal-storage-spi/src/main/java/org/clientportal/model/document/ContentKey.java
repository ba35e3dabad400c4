package org.clientportal.model.document;

import java.util.regex.Pattern;
import org.clientportal.model.Require;
import org.clientportal.model.practice.PracticeId;

/**
 * Where a document's bytes lie: {@code practice/random}, never a name that a user gave (P19). Immutable: bytes under a
 * key are written once.
 *
 * @param value two path-safe parts, the practice's id and 32 or more hexadecimal digits
 */
public record ContentKey(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}/[0-9a-f]{32,64}");

    public ContentKey {
        Require.that(FORM.matcher(value).matches(), "contentKey", "malformed_key", "is not a content key");
    }

    public static ContentKey of(PracticeId practice, String random) {
        return new ContentKey(practice + "/" + random);
    }

    @Override
    public String toString() {
        return value;
    }
}
