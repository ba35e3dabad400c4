package org.clientportal.core.unit;

import java.time.Instant;
import org.clientportal.storage.SystemUnit;

/**
 * The time by which is done what cannot be undone: this node's, or the database's own if that is earlier. A node whose clock
 * is ahead must neither delete what may still be asked back nor drop what may still be sent (P28).
 */
public final class SureTime {
    private SureTime() {}

    /**
     * The earlier of the two.
     *
     * @param now this node's time
     */
    public static Instant of(SystemUnit unit, Instant now) {
        return unit.databaseTime().filter(now::isAfter).orElse(now);
    }
}
