package org.clientportal.storage.memory;

import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/**
 * Keeps everything in memory, for tests and examples; gone when the program ends. Units never wait for each other: one whose
 * ground was changed meanwhile fails at its end with a {@link
 * org.clientportal.storage.StorageException.TransientConflict}. Thread-safe.
 */
public final class MemoryStorage implements PortalStorage {
    private final ThreadLocal<Boolean> inUnit = ThreadLocal.withInitial(() -> false);
    private final Object commitLock = new Object();
    private volatile Snapshot root = Snapshot.EMPTY;
    private volatile boolean closed;

    private MemoryStorage() {}

    /** An empty storage. */
    public static MemoryStorage create() {
        return new MemoryStorage();
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return run(transaction -> work.apply(MemoryUnit.of(transaction, scope.practice())));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return run(transaction -> commit(work.apply(MemoryUnit.of(transaction, scope.practice())), transaction));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return run(transaction -> commit(work.apply(new MemorySystem(transaction)), transaction));
    }

    @Override
    public void close() {
        closed = true;
    }

    private <T> T commit(T result, Transaction transaction) {
        transaction.requireAlive();
        synchronized (commitLock) {
            root = transaction.onto(root);
        }
        return result;
    }

    private <T> T run(Function<Transaction, T> work) {
        if (inUnit.get()) {
            throw new IllegalStateException("a unit of work is running on this thread");
        }
        if (closed) {
            throw new StorageUnavailable("closed");
        }
        Transaction transaction = new Transaction(root);
        inUnit.set(true);
        try {
            return work.apply(transaction);
        } finally {
            transaction.end();
            inUnit.remove();
        }
    }
}
