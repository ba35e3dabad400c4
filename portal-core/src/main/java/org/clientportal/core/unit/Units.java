package org.clientportal.core.unit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.clientportal.core.Actor;
import org.clientportal.core.Ids;
import org.clientportal.core.access.Policy;
import org.clientportal.core.error.Refusals;
import org.clientportal.model.InvalidValue;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.SystemUnit;

/**
 * Runs use cases as units of work: reads the clock once for each, runs the work again after a transient conflict that
 * came soon, writes what follows from its events in the same unit, and turns storage failures into refusals. Thread-safe.
 */
public final class Units {
    private static final int TRIES = 12;
    /** Who has lost by waiting for so long does not wait again: the next would, too, and a writer's connection with it. */
    private static final long MAX_TRYING_NANOS = 8_000_000_000L;

    private static final long MAX_PAUSE_NANOS = 50_000_000;

    private final PortalStorage storage;
    private final Clock clock;
    private final Ids ids;
    private final Policy policy;
    private final Effects effects;
    private final LongSupplier nanos;

    public Units(PortalStorage storage, Clock clock, Ids ids, Policy policy, Effects effects) {
        this(storage, clock, ids, policy, effects, System::nanoTime);
    }

    /** @param nanos what has gone by, which no step of the clock shortens or lengthens */
    Units(PortalStorage storage, Clock clock, Ids ids, Policy policy, Effects effects, LongSupplier nanos) {
        this.storage = storage;
        this.clock = clock;
        this.ids = ids;
        this.policy = policy;
        this.effects = effects;
        this.nanos = nanos;
    }

    /** Now, to the microsecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A unit that reads one snapshot. */
    public <T> T read(Actor actor, Function<Reading, T> work) {
        return translated(() -> {
            Instant now = now();
            return storage.read(Scope.of(actor.practice()), view -> work.apply(new Reading(actor, now, view, policy)));
        });
    }

    /**
     * A unit that writes all or nothing. The work may run several times: it only reads and writes through its unit. Inside a
     * transaction of the caller's it runs once and is a part of that: what it queued is delivered once that has committed.
     */
    public <T> T write(Actor actor, Function<Writing, T> work) {
        boolean[] queued = new boolean[1];
        T result = translated(() -> retried(() -> {
            Instant now = now();
            return storage.write(Scope.of(actor.practice()), unit -> {
                Writing writing = new Writing(actor, now, unit, policy, ids);
                T done = work.apply(writing);
                queued[0] = effects.apply(writing);
                return done;
            });
        }));
        if (queued[0]) {
            effects.committed();
        }
        return result;
    }

    /** A unit across practices, which reaches only what {@link SystemUnit} names. */
    public <T> T system(Function<SystemUnit, T> work) {
        return translated(() -> retried(() -> storage.system(work)));
    }

    /**
     * For what takes several units, each committed before the next: were they all part of the caller's transaction, a rollback
     * would refund tries, forget what was handed out and leave bytes that nothing names.
     *
     * @throws IllegalStateException inside a transaction of the caller's
     */
    public void requireOwnCommits(String useCase) {
        if (storage.joins()) {
            throw new IllegalStateException(useCase + " commits step by step: call it outside of a transaction");
        }
    }

    private <T> T retried(Supplier<T> unit) {
        // A transaction of the caller's that met a conflict is lost as a whole, for its owner to run again.
        int tries = storage.joins() ? 1 : TRIES;
        long begin = nanos.getAsLong();
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.get();
            } catch (StorageException.TransientConflict conflict) {
                if (attempt == tries || nanos.getAsLong() - begin >= MAX_TRYING_NANOS) {
                    throw conflict;
                }
                // Losers of one race must not meet again at once.
                long most = Math.min(MAX_PAUSE_NANOS, 1_000_000L << attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
            }
        }
    }

    private static <T> T translated(Supplier<T> unit) {
        try {
            return unit.get();
        } catch (StorageException failure) {
            throw (RuntimeException) Refusals.of(failure).initCause(failure);
        } catch (InvalidValue value) {
            throw (RuntimeException) Refusals.invalid(value).initCause(value);
        }
    }
}
