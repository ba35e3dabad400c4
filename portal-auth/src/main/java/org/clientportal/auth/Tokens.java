package org.clientportal.auth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.core.secret.Credential;

/** Makes what cannot be guessed: tokens of 256 bits and codes of 8 digits. */
final class Tokens {
    private static final int TOKEN_BYTES = 32;
    private static final int CODES = 100_000_000;

    private final SecureRandom random;

    Tokens(SecureRandom random) {
        this.random = random;
    }

    /** 43 characters of base64url. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Credential credential() {
        return new Credential(token(), Optional.of(String.format(Locale.ROOT, "%08d", random.nextInt(CODES))));
    }
}
