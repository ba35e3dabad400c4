package org.clientportal.model.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;
import org.clientportal.model.Versioned;
import org.clientportal.model.client.ClientId;

/**
 * A message, written in the unit of what it tells and delivered after (NO-1). It holds kinds, ids and short values; texts
 * are made at sending.
 *
 * @param kind which message, such as {@code magic_link}
 * @param to the person it is for; absent for events
 * @param client the client it is about
 * @param values what its text needs besides, never a secret
 * @param sealedSecret the encrypted secret that it carries; wiped when it is settled (P6)
 * @param dueAt when it is to be tried next; moved ahead while somebody has claimed it, by {@link #LONGEST_WAIT} at most
 * @param expiresAt when it is no longer worth sending
 * @param attempts how often it was claimed
 * @param failure why the newest try failed, in words for staff
 * @param settledAt when it reached a final state
 */
public record OutboxMessage(
        MessageId id,
        Lane lane,
        String kind,
        Optional<Principal> to,
        Optional<ClientId> client,
        Map<String, String> values,
        Optional<String> sealedSecret,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> expiresAt,
        DeliveryState state,
        int attempts,
        Optional<String> failure,
        Optional<Instant> settledAt,
        long version)
        implements Versioned<OutboxMessage> {
    /** No message is put off, or claimed, for longer than this; what seems to be was so by a clock that was wrong. */
    public static final Duration LONGEST_WAIT = Duration.ofDays(1);

    public OutboxMessage {
        kind = Require.line("kind", kind, 50);
        values = Map.copyOf(values);
        Require.micros("createdAt", createdAt);
        Require.micros("dueAt", dueAt);
        Require.micros("expiresAt", expiresAt);
        Require.micros("settledAt", settledAt);
    }

    /** Whether it may be claimed, if it is queued: its time has come, or is later than any right clock can have made it (STO-40). */
    public boolean isDue(Instant now) {
        return !dueAt.isAfter(now) || dueAt.isAfter(now.plus(LONGEST_WAIT));
    }

    /** To be tried again at {@code next}, because of {@code why}. */
    public OutboxMessage retried(Instant next, String why) {
        return copy(sealedSecret, next, state, attempts, Optional.of(why), settledAt, version);
    }

    /** Came to its end; the secret is gone with it. */
    public OutboxMessage settled(DeliveryState end, Optional<String> why, Instant now) {
        return copy(Optional.empty(), dueAt, end, attempts, why, Optional.of(now), version);
    }

    /** Taken by somebody who has until {@code leaseUntil} to settle or retry it; stores call it. */
    public OutboxMessage claimed(Instant leaseUntil) {
        return copy(sealedSecret, leaseUntil, state, attempts + 1, failure, settledAt, version + 1);
    }

    @Override
    public OutboxMessage withVersion(long next) {
        return copy(sealedSecret, dueAt, state, attempts, failure, settledAt, next);
    }

    private OutboxMessage copy(
            Optional<String> secret,
            Instant due,
            DeliveryState newState,
            int newAttempts,
            Optional<String> why,
            Optional<Instant> settled,
            long newVersion) {
        return new OutboxMessage(
                id,
                lane,
                kind,
                to,
                client,
                values,
                secret,
                createdAt,
                due,
                expiresAt,
                newState,
                newAttempts,
                why,
                settled,
                newVersion);
    }
}
