package org.clientportal.testkit;

import org.clientportal.storage.PortalStorage;

/**
 * A storage on which scenarios run, found through {@link java.util.ServiceLoader}; the memory adapter where none is
 * registered. It is opened once for all scenarios, each of which sets up a practice of its own.
 */
public interface StorageUnderTest {
    /** As it stands in test reports. */
    String name();

    /** Opens an empty storage; whoever calls closes it. */
    PortalStorage open();

    /** Whether it is left out unless the system property {@code portal.full} is set. */
    boolean onlyInFull();
}
