package org.clientportal.model.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;
import org.clientportal.model.Versioned;

/**
 * A signed-in browser or API client of one person; it says which person, never which permissions (SI-11).
 *
 * @param hash keyed hash of the random token that the cookie carries; unique within the practice
 * @param subject a contact or a staff member
 * @param means how the person signed in, such as {@code magic_link}
 * @param lastSeenAt within a minute of the newest request
 * @param expiresAt the absolute end
 * @param idle ends it when so long unused; absent: no idle limit (SI-5)
 * @param browser hash of the browser's own cookie, by which it is known again (SI-10)
 * @param device what the person recognises it by, such as {@code Firefox on Windows}
 * @param network the address it was opened from
 * @param endedAt when it was signed out or taken away
 */
public record Session(
        SessionId id,
        String hash,
        Principal subject,
        String means,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        Optional<Duration> idle,
        Optional<String> browser,
        Optional<String> device,
        Optional<String> network,
        Optional<Instant> endedAt,
        long version)
        implements Versioned<Session> {
    public Session {
        Require.that(
                subject.kind() == Principal.Kind.CONTACT || subject.kind() == Principal.Kind.STAFF,
                "subject",
                "not_a_person",
                "must be a contact or a staff member");
        device = device.map(d -> Require.line("device", d.length() > 100 ? d.substring(0, 100) : d, 100));
        Require.micros("createdAt", createdAt);
        Require.micros("lastSeenAt", lastSeenAt);
        Require.micros("expiresAt", expiresAt);
        Require.micros("endedAt", endedAt);
    }

    /** Whether it opens anything at this instant; read on every request, no sweeper needed (P11). */
    public boolean isLiveAt(Instant now) {
        return endedAt.isEmpty()
                && now.isBefore(expiresAt)
                && idle.map(limit -> now.isBefore(lastSeenAt.plus(limit))).orElse(true);
    }

    public Session ended(Instant now) {
        return copy(lastSeenAt, Optional.of(now), version);
    }

    /** This session used at this instant; stores call it. */
    public Session seen(Instant now) {
        return copy(now, endedAt, version);
    }

    @Override
    public Session withVersion(long next) {
        return copy(lastSeenAt, endedAt, next);
    }

    private Session copy(Instant seen, Optional<Instant> ended, long newVersion) {
        return new Session(
                id,
                hash,
                subject,
                means,
                createdAt,
                seen,
                expiresAt,
                idle,
                browser,
                device,
                network,
                ended,
                newVersion);
    }
}
