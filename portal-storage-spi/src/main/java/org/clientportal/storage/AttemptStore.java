package org.clientportal.storage;

import java.time.Instant;
import java.util.List;

/**
 * Remembers tries, so that limits hold exactly under parallel requests, on every node and across restarts (SI-10, P5). A
 * key is a keyed hash of whatever is limited; it need not belong to anybody.
 */
public interface AttemptStore {
    /**
     * The recorded instants of a key from {@code since} on, oldest first. Until the unit ends nobody else gets past this
     * call for the same key, whether or not anything was recorded for it (STO-31).
     */
    List<Instant> lock(String key, Instant since);

    /** Records one try of a key that this unit has locked; two at the same instant are two. */
    void record(String key, Instant at);

    /** Forgets a key's tries. */
    void clear(String key);

    /** Forgets all tries before an instant. */
    void purge(Instant before);
}
