package org.clientportal.host.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.practice.Practice;

/**
 * The token that every form of a page carries: a keyed hash of the browser's own cookie under a salt, so that it differs
 * on every page and tells nothing when a compressed answer's length is measured. Thread-safe.
 */
public final class Csrf {
    /** The form field that carries it, the first one. */
    public static final String FIELD = "csrf";
    /** The header that may carry it instead. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String LABEL = "csrf";

    private final KeyRing keys;

    public Csrf(KeyRing keys) {
        this.keys = keys;
    }

    String token(Practice practice, String browser) {
        String salt = RandomText.bits128();
        return salt + "." + keys.hash(LABEL, subject(practice, browser, salt));
    }

    /** @throws Refusal {@code form_expired} if the token was not made for this browser */
    void check(Practice practice, Optional<String> browser, String token) {
        int dot = token.indexOf('.');
        if (browser.isEmpty() || dot < 0 || !matches(practice, browser.get(), token, dot)) {
            throw Refusal.of(HttpError.FORM_EXPIRED, "This page has become too old. Please reload it and try again.");
        }
    }

    private boolean matches(Practice practice, String browser, String token, int dot) {
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        List<String> right = keys.hashes(LABEL, subject(practice, browser, token.substring(0, dot)));
        return right.stream().anyMatch(hash -> MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), given));
    }

    private static String subject(Practice practice, String browser, String salt) {
        return practice.id() + "|" + salt + "|" + browser;
    }

    /** Checks the first field of a form whose files follow. */
    @FunctionalInterface
    interface Check {
        void pass(Optional<Part> first) throws IOException;
    }
}
