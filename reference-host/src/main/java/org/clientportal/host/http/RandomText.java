package org.clientportal.host.http;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable text that is safe in headers and addresses. Thread-safe. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String bits128() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
