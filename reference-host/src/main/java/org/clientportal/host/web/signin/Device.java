package org.clientportal.host.web.signin;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;

/**
 * A session as its person recognises it.
 *
 * @param name such as {@code Firefox on Windows}
 * @param network the address it was opened from
 * @param stays whether it stays signed in (SI-5)
 * @param here whether it is the one that asks
 */
public record Device(
        SessionId id,
        Optional<String> name,
        Optional<String> network,
        Instant since,
        Instant lastSeen,
        boolean stays,
        boolean here) {
    static Device of(Session session, SessionId here) {
        return new Device(
                session.id(),
                session.device(),
                session.network(),
                session.createdAt(),
                session.lastSeenAt(),
                session.idle().isEmpty(),
                session.id().equals(here));
    }
}
