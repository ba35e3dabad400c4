package org.clientportal.example.mvstore;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.OutcomeUnknown;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * Storage in one file of H2's MVStore, for one process. One unit writes at a time, which is all there is to locks
 * (STO-20 to STO-22); readers read the version that was committed last and wait for nobody.
 *
 * <p>The engine closes its file when a thread is interrupted in the middle of it; units are {@link StorageUnavailable} from
 * then on, until the file is opened again.
 */
public final class MvStorage implements PortalStorage {
    private final MVStore store;
    private final MVMap<byte[], byte[]> map;
    private final Versions versions;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    private MvStorage(MVStore store) {
        this.store = store;
        this.map = store.openMap(
                "portal",
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        this.versions = new Versions(map);
    }

    /**
     * Opens or creates a file.
     *
     * @throws StorageUnavailable if it cannot be opened, also because another process has
     */
    public static MvStorage open(Path file) {
        try {
            return new MvStorage(new MVStore.Builder()
                    .fileName(file.toString())
                    // Both, or the engine writes by itself what only a whole unit may make durable.
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open());
        } catch (MVStoreException e) {
            throw new StorageUnavailable("cannot open " + file, e);
        }
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return alone(() -> onNewest(rows -> {
            T result = work.apply(new Unit(rows, scope.practice()));
            rows.requireAlive();
            return result;
        }));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return change(rows -> work.apply(new Unit(rows, scope.practice())));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return change(rows -> work.apply(new SystemWork(rows)));
    }

    /** A unit under way does not commit any more. */
    @Override
    public void close() {
        synchronized (store) {
            versions.close();
            store.close();
        }
    }

    private <T> T change(Function<Rows, T> work) {
        return alone(() -> {
            writer.lock();
            try {
                return onNewest(rows -> {
                    T result = work.apply(rows);
                    rows.requireAlive();
                    commit(rows);
                    return result;
                });
            } finally {
                writer.unlock();
            }
        });
    }

    /** Makes a unit's changes durable, all in one version of the file, and only then visible. */
    private void commit(Rows rows) {
        if (!rows.isChanged()) {
            return;
        }
        synchronized (store) {
            requireOpen();
            try {
                rows.forEachChange(
                        (key, value) -> value.ifPresentOrElse(bytes -> map.put(key, bytes), () -> map.remove(key)));
                store.commit();
                store.sync();
            } catch (MVStoreException e) {
                store.closeImmediately();
                throw new OutcomeUnknown(e);
            }
            versions.advance();
        }
    }

    private <T> T onNewest(Function<Rows, T> work) {
        requireOpen();
        Versions.Version version = versions.enter();
        try {
            return work.apply(new Rows(map, version.root));
        } catch (MVStoreException e) {
            throw new StorageUnavailable("cannot read", e);
        } finally {
            versions.leave(version);
        }
    }

    private void requireOpen() {
        if (store.isClosed()) {
            throw new StorageUnavailable("closed");
        }
    }

    /** No unit inside a unit (STO-06). */
    private <T> T alone(Supplier<T> unit) {
        if (inside.get()) {
            throw new IllegalStateException("a unit inside a unit");
        }
        inside.set(true);
        try {
            return unit.get();
        } finally {
            inside.remove();
        }
    }
}
