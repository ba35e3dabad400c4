package org.clientportal.core.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.clientportal.model.outbox.MessageId;

/**
 * Seals the secret that a queued mail carries, so that a copy of the database cannot be used (P6): AES-256-GCM, bound to
 * the message's id. Thread-safe.
 */
public final class SecretBox {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(KeyRing keys) {
        this.keys = keys;
    }

    /** Seals text for one message. */
    public String seal(MessageId id, String text) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.currentId(), id, iv, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(iv.length + sealed.length)
                .put(iv)
                .put(sealed)
                .array();
        return keys.currentId() + "." + Base64.getEncoder().encodeToString(all);
    }

    /**
     * Opens what {@link #seal} made for the same message.
     *
     * @throws IllegalStateException if it was made for another, was changed, or its key is gone
     */
    public String open(MessageId id, String sealed) {
        int dot = sealed.indexOf('.');
        byte[] all = Base64.getDecoder().decode(sealed.substring(dot + 1));
        byte[] iv = Arrays.copyOf(all, IV_BYTES);
        byte[] rest = Arrays.copyOfRange(all, IV_BYTES, all.length);
        return new String(run(Cipher.DECRYPT_MODE, sealed.substring(0, dot), id, iv, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String keyId, MessageId id, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(keys.derive(keyId, "seal"), "AES"), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret cannot be opened", e);
        }
    }
}
