package org.clientportal.storage.memory;

import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.tck.ClientsSuite;
import org.clientportal.storage.tck.StorageConformance;
import org.clientportal.storage.tck.UnitsSuite;
import org.clientportal.storage.tck.Writers;
import org.junit.jupiter.api.Nested;

class MemoryStorageTest implements StorageConformance {
    private static final PortalStorage STORAGE = MemoryStorage.create();

    @Override
    public PortalStorage storage() {
        return STORAGE;
    }

    @Override
    public PortalStorage another() {
        return MemoryStorage.create();
    }

    @Override
    public Writers writers() {
        return Writers.COMPARE;
    }

    @Nested
    class Units extends UnitsSuite {}

    @Nested
    class Clients extends ClientsSuite {}
}
