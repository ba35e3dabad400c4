package org.clientportal.core.job;

import java.time.Duration;
import java.time.Instant;

/**
 * Something to be done again and again, in small steps. Thread-safe; may run on several nodes at once, so that whatever must
 * happen once is claimed or leased in the storage.
 */
public interface Job {
    /** A short name for logs and metrics. */
    String name();

    /** The pause between two rounds. */
    Duration every();

    /**
     * Does one step, short enough that a stop can wait for it.
     *
     * @return whether more is waiting, so that the next step follows at once
     */
    boolean run(Instant now);

    /** Whether a commit that queued something calls for a round at once. */
    default boolean wakes() {
        return false;
    }
}
