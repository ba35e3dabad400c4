package org.clientportal.storage;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretPurpose;

/** Looks up issued secrets. */
public interface SecretReader {
    /** By the hash of the token, whatever became of it. */
    Optional<Secret> findByHash(String hash);

    /** This person's secrets of a purpose that nobody used, replaced or revoked, the newest first. */
    List<Secret> outstanding(Principal subject, SecretPurpose purpose);
}
