package org.clientportal.core.secret;

import java.util.Optional;

/**
 * What a sign-in mail carries: the token of its link, and the code to type instead.
 *
 * @param token 256 random bits as base64url
 * @param code 8 digits, if the mail carries one
 */
public record Credential(String token, Optional<String> code) {
    private static final char SEPARATOR = ' ';

    /** The form in which it is sealed. */
    public String text() {
        return code.map(c -> token + SEPARATOR + c).orElse(token);
    }

    /** Reads what {@link #text} wrote. */
    public static Credential parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0
                ? new Credential(text, Optional.empty())
                : new Credential(text.substring(0, end), Optional.of(text.substring(end + 1)));
    }

    /** Never shows what it holds. */
    @Override
    public String toString() {
        return "Credential[...]";
    }
}
