package org.clientportal.host.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.SystemUnit;

/** Whether this node may be sent requests: its database answers, and its clock agrees with the database's (D19). */
public final class Readiness {
    private static final Duration MAX_SKEW = Duration.ofSeconds(2);

    private final PortalStorage storage;
    private final Clock clock;

    public Readiness(PortalStorage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Why it is not ready, as a stable word; empty if it is. */
    public Optional<String> obstacle() {
        Instant before = clock.instant();
        Optional<Instant> theirs;
        try {
            theirs = storage.system(SystemUnit::databaseTime);
        } catch (StorageException e) {
            return Optional.of("database");
        }
        // The question took its time: only what lies outside of it is skew.
        Instant after = clock.instant();
        boolean off = theirs.filter(time -> time.isBefore(before.minus(MAX_SKEW)) || time.isAfter(after.plus(MAX_SKEW)))
                .isPresent();
        return off ? Optional.of("clock") : Optional.empty();
    }
}
