package org.clientportal.model.document;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.clientportal.model.Require;

/** A SHA-256 hash, as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        Require.that(FORM.matcher(hex).matches(), "sha256", "malformed_hash", "is not a SHA-256 hash");
    }

    public static Sha256 of(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return hex;
    }
}
