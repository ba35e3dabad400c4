package org.clientportal.core.access;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.core.Portal;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.storage.AuditStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.ForwardingStorage;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.World;

/**
 * A portal whose next unit that notes a certain action is held just before its commit, when it has checked and written all:
 * the moment for something else to try to get in between.
 */
final class Held {
    /** Longer than any storage takes to let somebody through; waiting longer would change no outcome. */
    private static final Duration ENOUGH = Duration.ofMillis(500);

    private final String action;
    private final Portal portal;
    private final AtomicBoolean spent = new AtomicBoolean();
    private final CompletableFuture<Boolean> reached = new CompletableFuture<>();
    private final CompletableFuture<Boolean> goOn = new CompletableFuture<>();

    private Held(World world, String action) {
        this.action = action;
        this.portal = world.builder().storage(new HeldStorage(world.storage())).build();
    }

    static Held beforeCommit(World world, String action) {
        return new Held(world, action);
    }

    Portal portal() {
        return portal;
    }

    /** What came of two uses, and whether the second was done while the first was held. */
    record Both<A, B>(Outcome<A> first, Outcome<B> second, boolean secondCameFirst) {}

    /** Runs the first up to its commit, then the second beside it, then lets the first go on. */
    <A, B> Both<A, B> during(Supplier<Outcome<A>> first, Supplier<Outcome<B>> second) {
        CompletableFuture<Outcome<A>> held = CompletableFuture.supplyAsync(first, Held::onItsOwn);
        // Refused before it gets there, it ends, and is not waited for.
        CompletableFuture.anyOf(held, reached).join();
        CompletableFuture<Outcome<B>> beside = CompletableFuture.supplyAsync(second, Held::onItsOwn);
        boolean came = comesThrough(beside);
        goOn.complete(true);
        return new Both<>(held.join(), beside.join(), came);
    }

    private static void onItsOwn(Runnable use) {
        new Thread(use, "beside").start();
    }

    private static boolean comesThrough(CompletableFuture<? extends Outcome<?>> beside) {
        try {
            return beside.get(ENOUGH.toMillis(), TimeUnit.MILLISECONDS).succeeded();
        } catch (TimeoutException itWaits) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void noted(Object[] arguments) {
        boolean it =
                arguments[0] instanceof AuditRecord record && record.action().equals(action);
        if (it && spent.compareAndSet(false, true)) {
            reached.complete(true);
            goOn.join();
        }
    }

    private final class HeldStorage extends ForwardingStorage {
        HeldStorage(PortalStorage storage) {
            super(storage);
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            return super.write(scope, unit -> work.apply(watched(WriteUnit.class, unit)));
        }

        private <I> I watched(Class<I> type, I inner) {
            Detour hold = (method, arguments, right) -> {
                Object result = right.call();
                if (method.getName().equals("append")) {
                    noted(arguments);
                }
                return result instanceof AuditStore audit ? watched(AuditStore.class, audit) : result;
            };
            return by(hold, type, inner);
        }
    }
}
