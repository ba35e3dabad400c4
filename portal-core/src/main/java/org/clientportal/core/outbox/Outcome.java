package org.clientportal.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.OutboxMessage;

/**
 * What came of one try.
 *
 * @param state the end it came to; QUEUED if it is worth another try
 * @param why in words for staff, without addresses or secrets; absent for SENT
 */
public record Outcome(DeliveryState state, Optional<String> why) {
    /** The pauses between tries: ten tries over 24 hours (NO-1). */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(10));

    /** How often a message is tried before it is given up. */
    static final int TRIES = PAUSES.size() + 1;

    private static final int MAX_WHY = 500;

    /** Controls, and halves of characters: what a mail server may say and no database keeps. */
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public Outcome {
        why = why.map(Outcome::keepable);
    }

    private static String keepable(String text) {
        String cut = text.length() <= MAX_WHY ? text : text.substring(0, MAX_WHY);
        return UNKEEPABLE.matcher(cut).replaceAll(" ").strip();
    }

    static Outcome sent() {
        return new Outcome(DeliveryState.SENT, Optional.empty());
    }

    /** It was not worth sending any more. */
    static Outcome dropped(String why) {
        return new Outcome(DeliveryState.DROPPED, Optional.of(why));
    }

    /** It can never be sent as it is. */
    static Outcome failed(String why) {
        return new Outcome(DeliveryState.FAILED, Optional.of(why));
    }

    /** The other side refused it for good. */
    static Outcome bounced(String why) {
        return new Outcome(DeliveryState.BOUNCED, Optional.of(why));
    }

    /** It did not work this time. */
    static Outcome again(String why) {
        return new Outcome(DeliveryState.QUEUED, Optional.of(why));
    }

    /** The message after this outcome of its newest try. */
    OutboxMessage applyTo(OutboxMessage message, Instant now) {
        if (state != DeliveryState.QUEUED) {
            return message.settled(state, why, now);
        }
        if (message.attempts() >= TRIES) {
            return message.settled(DeliveryState.FAILED, why, now);
        }
        Instant next = now.plus(PAUSES.get(Math.max(0, message.attempts() - 1)));
        // Not later than its secret lasts: the next claim then drops it, and the secret with it.
        Instant due = message.expiresAt().filter(next::isAfter).orElse(next);
        return message.retried(due, why.orElse(""));
    }
}
