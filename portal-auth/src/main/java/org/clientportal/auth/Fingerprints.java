package org.clientportal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;

/** The keyed hashes under which secrets are kept, a label for each use: one never passes for another (P6). */
final class Fingerprints {
    private final KeyRing keys;

    Fingerprints(KeyRing keys) {
        this.keys = keys;
    }

    String link(String token) {
        return keys.hash("link", token);
    }

    /** The hashes under which a link's token may have been kept. */
    List<String> links(String token) {
        return keys.hashes("link", token);
    }

    String browser(String token) {
        return keys.hash("browser", token);
    }

    List<String> browsers(Visit visit) {
        return visit.browser().map(token -> keys.hashes("browser", token)).orElse(List.of());
    }

    String session(Side side, String token) {
        return keys.hash(sessionLabel(side), token);
    }

    List<String> sessions(Side side, String token) {
        return keys.hashes(sessionLabel(side), token);
    }

    /** A code's hash, salted with its secret's id: 8 digits alone would repeat. */
    String code(SecretId id, String code) {
        return keys.hash("code", salted(id, code));
    }

    boolean matches(Secret secret, String code) {
        return secret.codeHash()
                .map(kept ->
                        keys.hashes("code", salted(secret.id(), code)).stream().anyMatch(hash -> same(hash, kept)))
                .orElse(false);
    }

    /** Whether this visit is in the browser that asked for the secret (SI-4); nobody asked for what staff sent. */
    boolean isAskedIn(Visit visit, Secret secret) {
        return secret.browser().filter(browsers(visit)::contains).isPresent();
    }

    /** The key of a limit on a person, known or not, by address (SI-10). */
    String limitOf(String what, Side side, EmailAddress email, Optional<String> more) {
        return keys.hash("limit:" + what, side + " " + more.orElse("") + " " + email.canonical());
    }

    /** The key of a limit on something else. */
    String limitOf(String what, String key) {
        return keys.hash("limit:" + what, key);
    }

    private static String sessionLabel(Side side) {
        return side == Side.STAFF ? "session:staff" : "session:contact";
    }

    private static String salted(SecretId id, String code) {
        return id + " " + code;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
