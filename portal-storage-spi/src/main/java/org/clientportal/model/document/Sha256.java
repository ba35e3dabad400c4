package org.clientportal.model.document;

import java.util.HexFormat;
import org.clientportal.model.Require;

/** A SHA-256 hash, as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {
    public Sha256 {
        Require.that(hex.length() == 64 && Hex.all(hex, 0, 64), "sha256", "malformed_hash", "is not a SHA-256 hash");
    }

    public static Sha256 of(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return hex;
    }
}
