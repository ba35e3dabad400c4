package org.clientportal.core.job;

import java.time.Instant;
import org.clientportal.storage.SystemUnit;

/**
 * The time by which things are deleted for good: this node's, or the database's own if that is earlier. A node whose clock is
 * ahead must not delete what may still be asked back (P28).
 */
final class DeletionTime {
    private DeletionTime() {}

    static Instant of(SystemUnit unit, Instant now) {
        return unit.databaseTime().filter(now::isAfter).orElse(now);
    }
}
