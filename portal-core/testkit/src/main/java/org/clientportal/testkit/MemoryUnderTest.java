package org.clientportal.testkit;

import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.memory.MemoryStorage;

/** The memory adapter. */
public final class MemoryUnderTest implements StorageUnderTest {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public PortalStorage open() {
        return MemoryStorage.create();
    }

    @Override
    public boolean onlyInFull() {
        return false;
    }
}
