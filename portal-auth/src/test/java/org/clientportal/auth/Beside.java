package org.clientportal.auth;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/**
 * A storage in which somebody else does something while a unit is under way: right after its first call of one method of one
 * store. Where the storage lets nobody in between, the other waits and comes after the unit.
 */
final class Beside implements PortalStorage {
    /** Longer than any storage takes to let somebody through; waiting longer would change no outcome. */
    private static final Duration ENOUGH = Duration.ofMillis(500);

    private final PortalStorage storage;
    private final Class<?> store;
    private final String method;
    private final CompletableFuture<Void> other = new CompletableFuture<>();
    private final Thread thread;
    private boolean cameThrough;

    Beside(PortalStorage storage, Class<?> store, String method, Runnable other) {
        this.storage = storage;
        this.store = store;
        this.method = method;
        this.thread = new Thread(() -> run(other), "beside");
    }

    /** Waits until the other is done, and tells whether that was while the unit was still under way. */
    boolean cameThrough() {
        other.join();
        return cameThrough;
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return storage.read(scope, work);
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return storage.write(scope, unit -> work.apply(around(WriteUnit.class, unit)));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return storage.system(work);
    }

    @Override
    public void close() {
        storage.close();
    }

    private <I> I around(Class<I> type, Object inner) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            try {
                Object result = called.invoke(inner, args);
                boolean first =
                        type == store && called.getName().equals(method) && thread.getState() == Thread.State.NEW;
                if (first) {
                    thread.start();
                    cameThrough = isDone();
                }
                return store.isInstance(result) ? around(store, result) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
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
