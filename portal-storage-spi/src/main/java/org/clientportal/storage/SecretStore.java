package org.clientportal.storage;

import java.time.Instant;
import org.clientportal.model.Principal;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretPurpose;

/** Keeps issued secrets; each change is one conditional statement whose row count decides. */
public interface SecretStore extends SecretReader {
    /**
     * Keeps a new secret.
     *
     * @throws StorageException.UniqueViolation if the hash is taken
     */
    void insert(Secret secret);

    /**
     * Uses a secret up, if it is live at {@code now} (P1, STO-30).
     *
     * @return true for exactly one of any number of callers
     */
    boolean redeem(SecretId id, Instant now);

    /** Marks all outstanding secrets of this person and purpose as replaced (SI-3). */
    void replaceAll(Principal subject, SecretPurpose purpose, Instant now);

    /**
     * Marks all outstanding secrets of this person as revoked.
     *
     * @return how many were live at {@code now}
     */
    int revokeAll(Principal subject, Instant now);

    /** Counts one wrong code against a secret. */
    void countWrongCode(SecretId id);
}
