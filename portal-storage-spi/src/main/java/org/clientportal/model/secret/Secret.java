package org.clientportal.model.secret;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;

/**
 * An emailed secret as it is kept: hashes only (P6). It is good for one success while {@code now < expiresAt} and nobody
 * has used, replaced or revoked it (P1).
 *
 * @param hash keyed hash of the token in the link, unique within the practice
 * @param codeHash keyed hash of the typed code, if the mail carries one
 * @param browser hash of the cookie of the browser that asked (SI-4)
 * @param returnTo the page to go on to after signing in (SI-13)
 * @param wrongCodes how many wrong codes and emails were tried against it; at 5 the code is dead, the link is not
 */
public record Secret(
        SecretId id,
        SecretPurpose purpose,
        Principal subject,
        SecretOrigin origin,
        String hash,
        Optional<String> codeHash,
        Optional<String> browser,
        Optional<String> returnTo,
        Instant issuedAt,
        Instant expiresAt,
        int wrongCodes,
        Optional<Instant> usedAt,
        Optional<Instant> replacedAt,
        Optional<Instant> revokedAt) {
    /** Wrong codes after which the code is dead (SI-4). */
    public static final int MAX_WRONG_CODES = 5;

    public Secret {
        Require.micros("issuedAt", issuedAt);
        Require.micros("expiresAt", expiresAt);
        Require.micros("usedAt", usedAt);
        Require.micros("replacedAt", replacedAt);
        Require.micros("revokedAt", revokedAt);
    }

    /** What became of a secret. */
    public enum State {
        LIVE,
        USED,
        REPLACED,
        REVOKED,
        EXPIRED
    }

    /** A used one says so even after its end: its holder is told which (SI-9). */
    public State at(Instant now) {
        if (usedAt.isPresent()) {
            return State.USED;
        }
        if (replacedAt.isPresent()) {
            return State.REPLACED;
        }
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.LIVE : State.EXPIRED;
    }

    /** Whether nobody has used, replaced or revoked it, be it expired or not. */
    public boolean isOutstanding() {
        return usedAt.isEmpty() && replacedAt.isEmpty() && revokedAt.isEmpty();
    }

    /** Whether its code may still be tried. */
    public boolean codeIsLive(Instant now) {
        return at(now) == State.LIVE && codeHash.isPresent() && wrongCodes < MAX_WRONG_CODES;
    }

    /** This secret used up; stores call it, when it is redeemed. */
    public Secret used(Instant now) {
        return copy(wrongCodes, Optional.of(now), replacedAt, revokedAt);
    }

    /** This secret replaced by a newer one; stores call it. */
    public Secret replaced(Instant now) {
        return copy(wrongCodes, usedAt, Optional.of(now), revokedAt);
    }

    /** This secret taken back; stores call it. */
    public Secret revoked(Instant now) {
        return copy(wrongCodes, usedAt, replacedAt, Optional.of(now));
    }

    /** This secret with another count of wrong codes; stores call it. */
    public Secret withWrongCodes(int count) {
        return copy(count, usedAt, replacedAt, revokedAt);
    }

    private Secret copy(int wrong, Optional<Instant> used, Optional<Instant> replaced, Optional<Instant> revoked) {
        return new Secret(
                id, purpose, subject, origin, hash, codeHash, browser, returnTo, issuedAt, expiresAt, wrong, used,
                replaced, revoked);
    }
}
