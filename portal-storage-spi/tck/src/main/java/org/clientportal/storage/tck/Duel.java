package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.clientportal.model.client.Client;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.WriteUnit;

/**
 * Two units that meet at one record, in one practice. Nothing here waits for time to pass: that one waits for another is
 * proved by closing the circle, which ends in a conflict exactly if each holds what the other wants.
 */
final class Duel {
    private static final Set<Thread.State> WAITING =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final PortalStorage storage;
    private final Writers writers;
    private final Scope scope;

    Duel(StorageConformance adapter, Scope scope) {
        this.storage = adapter.storage();
        this.writers = adapter.writers();
        this.scope = scope;
    }

    /** What the holder did keeps the intruder out until the holder's unit ends, or makes the holder run again. */
    void assertKeepsOut(Consumer<WriteUnit> hold, Consumer<WriteUnit> intrude) {
        Threads.alone(() -> {
            switch (writers) {
                case TAKE_TURNS -> assertTurnsAreTaken(hold, intrude);
                case WAIT -> assertThat(conflictsOfACircle(hold, intrude)).isPositive();
                case COMPARE -> assertHolderRunsAgain(hold, intrude);
            }
            return true;
        });
    }

    /** The intruder's whole unit runs while the holder is inside, and neither conflicts. */
    void assertLetsIn(Consumer<WriteUnit> hold, Consumer<WriteUnit> intrude) {
        if (writers == Writers.TAKE_TURNS) {
            run(hold);
            run(intrude);
        } else {
            Threads.alone(() -> run(unit -> {
                hold.accept(unit);
                Threads.elsewhere(() -> run(intrude));
            }));
        }
    }

    /** The holder goes on only when the intruder waits, or has come in. */
    private void assertTurnsAreTaken(Consumer<WriteUnit> hold, Consumer<WriteUnit> intrude) {
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean met = new AtomicBoolean();
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Thread> atTheDoor = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<Ending<Boolean>>> intruder = new CompletableFuture<>();
        run(unit -> {
            inside.set(true);
            hold.accept(unit);
            intruder.complete(Threads.start(() -> {
                atTheDoor.complete(Thread.currentThread());
                return StorageSuite.again(() -> {
                    try {
                        return run(late -> {
                            met.compareAndSet(false, inside.get());
                            intrude.accept(late);
                        });
                    } finally {
                        tries.incrementAndGet();
                    }
                });
            }));
            Thread other = atTheDoor.join();
            while (!met.get() && tries.get() == 0 && !waits(other)) {
                Thread.onSpinWait();
            }
            inside.set(false);
        });
        assertThat(intruder.join().join().failure()).isEqualTo(Optional.empty());
        assertThat(met).isFalse();
    }

    /** Whether a thread waits, and not just for a moment, as for a class that is being loaded. */
    private static boolean waits(Thread other) {
        for (int look = 0; look < 10_000; look++) {
            if (!WAITING.contains(other.getState())) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /** The holder wants a second row that the intruder has; without a lock on the first no circle closes. */
    private int conflictsOfACircle(Consumer<WriteUnit> hold, Consumer<WriteUnit> intrude) {
        Client second = Samples.fresh().client("Second row");
        run(unit -> unit.clients().insert(second));
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger conflicts = new AtomicInteger();
        Threads.atOnce(
                2,
                runner -> counting(conflicts, unit -> {
                    if (runner == 0) {
                        hold.accept(unit);
                        Threads.meet(both);
                        unit.clients().lock(second.id());
                    } else {
                        unit.clients().lock(second.id());
                        Threads.meet(both);
                        intrude.accept(unit);
                    }
                }));
        return conflicts.get();
    }

    private void assertHolderRunsAgain(Consumer<WriteUnit> hold, Consumer<WriteUnit> intrude) {
        AtomicInteger conflicts = new AtomicInteger();
        AtomicBoolean intruded = new AtomicBoolean();
        counting(conflicts, unit -> {
            hold.accept(unit);
            if (!intruded.getAndSet(true)) {
                Threads.elsewhere(() -> run(intrude));
            }
        });
        assertThat(conflicts).hasValue(1);
    }

    private boolean counting(AtomicInteger conflicts, Consumer<WriteUnit> work) {
        return StorageSuite.again(() -> {
            try {
                return run(work);
            } catch (TransientConflict conflict) {
                conflicts.incrementAndGet();
                throw conflict;
            }
        });
    }

    private boolean run(Consumer<WriteUnit> work) {
        return storage.write(scope, unit -> {
            work.accept(unit);
            return true;
        });
    }
}
