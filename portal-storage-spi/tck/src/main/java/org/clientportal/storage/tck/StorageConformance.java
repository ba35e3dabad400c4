package org.clientportal.storage.tck;

import org.clientportal.storage.PortalStorage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an adapter's test gives to the suites that it declares. */
public interface StorageConformance {
    /** The storage under test, ready to use and the same for all tests; at least four units can run at once. */
    PortalStorage storage();

    /**
     * A second open storage, for a test to close; it may share the data of the first. Called again after that, it opens the
     * same data, as a process does that is started anew.
     */
    PortalStorage another();

    /** Whether what was committed outlives the storage (STO-09). Only one that promises to keep nothing says no. */
    default boolean isDurable() {
        return true;
    }

    /** How the storage treats units that write at the same time. */
    Writers writers();

    /** A suite that was forgotten would prove nothing, silently. */
    @Test
    @DisplayName("every suite of the kit is declared")
    default void everySuiteIsDeclared() {
        Suites.requireAll(getClass(), Suites.STORAGE);
    }
}
