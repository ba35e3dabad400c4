package org.clientportal.model.document;

import java.time.Duration;
import java.time.Instant;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;

/** Who put a document into the trash, and when; it can be restored while {@code now < at + 30 days} (DO-5). */
public record Trash(Instant at, Principal by) {
    /** How long the trash keeps what lies in it. */
    public static final Duration KEPT = Duration.ofDays(30);

    public Trash {
        Require.micros("trashedAt", at);
    }

    public boolean restorableAt(Instant now) {
        return now.isBefore(at.plus(KEPT));
    }
}
