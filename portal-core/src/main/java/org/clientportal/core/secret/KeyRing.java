package org.clientportal.core.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clientportal.model.Require;

/**
 * The keys under which secrets are hashed and sealed, each with an id, kept outside the database. The first is used for new
 * secrets, the others still read old ones; dropping a key ends every link and session made with it. Thread-safe.
 */
public final class KeyRing {
    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, byte[]> keys;
    private final String current;

    /** @param keys 32 random bytes each, by id, the current first */
    public KeyRing(Map<String, byte[]> keys) {
        Require.that(!keys.isEmpty(), "keys", "required", "must hold a key");
        keys.forEach((id, key) -> {
            Require.that(id.matches("[a-z0-9]{1,16}"), "keys", "malformed_key_id", "have ids of a-z and 0-9");
            Require.that(key.length == KEY_BYTES, "keys", "malformed_key", "must have 32 bytes each");
        });
        this.keys = new LinkedHashMap<>(keys);
        this.current = keys.keySet().iterator().next();
    }

    /** One new random key, for a first start or a test. */
    public static KeyRing random(String id) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new KeyRing(Map.of(id, key));
    }

    /** A keyed hash under the current key. {@code label} keeps the uses apart: a session's token is no link. */
    public String hash(String label, String secret) {
        return hash(current, label, secret);
    }

    /** The hashes under which a secret may have been kept, the current key's first. */
    public List<String> hashes(String label, String secret) {
        return keys.keySet().stream().map(id -> hash(id, label, secret)).toList();
    }

    String currentId() {
        return current;
    }

    /** A key for one use, derived so that no key serves two. */
    byte[] derive(String id, String use) {
        byte[] key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("no key " + id);
        }
        return hmac(key, use);
    }

    private String hash(String id, String label, String secret) {
        return id + "." + BASE64.encodeToString(hmac(derive(id, "hash:" + label), secret));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
