package org.clientportal.storage.memory;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Gives a test the storage that has the fault which a configuration parameter names; without one, a right storage. */
final class Chosen implements TestInstancePostProcessor {
    static final String FAULT = "fault";

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        Optional<String> what = context.getConfigurationParameter(FAULT);
        if (test instanceof FaultyStorage storage) {
            what.map(ConformanceKitTest::storageFault)
                    .ifPresent(fault -> storage.use(fault.store().get()));
        }
        if (test instanceof FaultyContent content) {
            what.map(ConformanceKitTest::contentFault)
                    .ifPresent(fault -> content.use(fault.store().get()));
        }
    }
}
