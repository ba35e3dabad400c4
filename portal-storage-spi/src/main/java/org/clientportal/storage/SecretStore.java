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
     * @return true for exactly one of any number of callers; false also for a secret that there is not
     */
    boolean redeem(SecretId id, Instant now);

    /** Marks all outstanding secrets of this person and purpose, expired ones too, as replaced (SI-3, STO-32). */
    void replaceAll(Principal subject, SecretPurpose purpose, Instant now);

    /**
     * Marks all outstanding secrets of this person, expired ones too, as revoked (STO-32).
     *
     * @return how many were live at {@code now}
     */
    int revokeAll(Principal subject, Instant now);

    /**
     * Counts one wrong code against a secret, whatever became of it; none of any number counted at once is lost.
     *
     * @throws StorageException.RecordMissing if there is none
     */
    void countWrongCode(SecretId id);
}
