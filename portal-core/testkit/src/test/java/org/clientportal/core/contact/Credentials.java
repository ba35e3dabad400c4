package org.clientportal.core.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretOrigin;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;

/** A session and a link as signing in keeps them. */
final class Credentials {
    private Credentials() {}

    static Session session(SessionId id, Principal subject, String hash, Instant now) {
        return new Session(
                id,
                hash,
                subject,
                "magic_link",
                now,
                now,
                now.plus(Duration.ofHours(12)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    static Secret link(SecretId id, Principal subject, String hash, Instant now) {
        return new Secret(
                id,
                SecretPurpose.MAGIC_LINK,
                subject,
                SecretOrigin.SENT,
                hash,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plus(Duration.ofHours(24)),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
