package org.clientportal.core.outbox;

import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/** A storage that can be made unreachable. */
final class FragileStorage implements PortalStorage {
    private final PortalStorage storage;
    private volatile boolean broken;

    FragileStorage(PortalStorage storage) {
        this.storage = storage;
    }

    void breakDown() {
        broken = true;
    }

    void recover() {
        broken = false;
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return reachable().read(scope, work);
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return reachable().write(scope, work);
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return reachable().system(work);
    }

    @Override
    public void close() {
        storage.close();
    }

    private PortalStorage reachable() {
        if (broken) {
            throw new StorageException.StorageUnavailable("pulled the plug");
        }
        return storage;
    }
}
