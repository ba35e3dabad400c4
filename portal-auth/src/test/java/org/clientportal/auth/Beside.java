package org.clientportal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.ForwardingStorage;

/**
 * A storage in which somebody else does something while a unit is under way: right after a call of one method of one store. Where the storage lets nobody in between, the other waits and comes after the unit.
 */
final class Beside extends ForwardingStorage {
    /** Longer than any storage takes to let somebody through; waiting longer would change no outcome. */
    private static final Duration ENOUGH = Duration.ofMillis(500);

    private final Class<?> store;
    private final String method;
    private final int nth;
    private final CompletableFuture<Void> other = new CompletableFuture<>();
    private final Thread thread;
    private int calls;
    private boolean cameThrough;

    Beside(PortalStorage storage, Class<?> store, String method, Runnable other) {
        this(storage, store, method, 1, other);
    }

    /** @param nth which call, the first being 1 */
    Beside(PortalStorage storage, Class<?> store, String method, int nth, Runnable other) {
        super(storage);
        this.store = store;
        this.method = method;
        this.nth = nth;
        this.thread = new Thread(() -> run(other), "beside");
    }

    /** Waits until the other is done, and tells whether that was while the unit was still under way. */
    boolean cameThrough() {
        if (thread.getState() == Thread.State.NEW) {
            throw new AssertionError("no unit called " + store.getSimpleName() + "." + method);
        }
        other.join();
        return cameThrough;
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return super.write(scope, unit -> work.apply(watched(WriteUnit.class, unit)));
    }

    private <I> I watched(Class<I> type, Object inner) {
        Detour letIn = (called, arguments, right) -> {
            Object result = right.call();
            if (type == store && called.getName().equals(method) && ++calls == nth) {
                thread.start();
                cameThrough = isDone();
            }
            return store.isInstance(result) ? watched(store, result) : result;
        };
        return by(letIn, type, inner);
    }

    private boolean isDone() throws InterruptedException, ExecutionException {
        try {
            other.get(ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException itWaits) {
            return false;
        }
    }

    private void run(Runnable use) {
        try {
            use.run();
            other.complete(null);
        } catch (RuntimeException | Error broken) {
            other.completeExceptionally(broken);
        }
    }
}
