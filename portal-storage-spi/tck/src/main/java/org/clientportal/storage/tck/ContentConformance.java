package org.clientportal.storage.tck;

import org.clientportal.storage.ContentStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the test of a store of bytes gives to the suites that it declares. */
public interface ContentConformance {
    /** The store under test, ready to use and the same for all tests. */
    ContentStore content();

    /** A second store on the same ground, as after a restart; the store itself where nothing outlives it. */
    ContentStore reopened();

    /** A suite that was forgotten would prove nothing, silently. */
    @Test
    @DisplayName("every suite of the kit is declared")
    default void everySuiteIsDeclared() {
        Suites.requireAll(getClass(), Suites.CONTENT);
    }
}
