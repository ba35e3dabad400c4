package org.clientportal.core;

import java.time.Clock;
import org.clientportal.core.access.Policy;
import org.clientportal.core.unit.Effects;
import org.clientportal.core.unit.Units;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.jspecify.annotations.Nullable;

/** Puts a portal together from its storage and whatever an embedder replaces. Not thread-safe. */
public final class PortalBuilder {
    private @Nullable PortalStorage storage;
    private @Nullable ContentStore content;
    private Clock clock = Clock.systemUTC();
    private Ids ids = Ids.timeOrdered();
    private Policy policy = Policy.published();

    PortalBuilder() {}

    /** Where records are kept; required. */
    public PortalBuilder storage(PortalStorage value) {
        storage = value;
        return this;
    }

    /** Where the bytes of documents are kept; required. */
    public PortalBuilder content(ContentStore value) {
        content = value;
        return this;
    }

    /** What tells the time; the system's clock unless given. */
    public PortalBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    public PortalBuilder ids(Ids value) {
        ids = value;
        return this;
    }

    /** Who may see what; the published rules unless given (PM-11). */
    public PortalBuilder policy(Policy value) {
        policy = value;
        return this;
    }

    /** @throws IllegalStateException naming what is missing */
    public Portal build() {
        Units units = new Units(required("storage", storage), clock, ids, policy, new Effects(false, () -> {}));
        return new Portal(units, required("content", content), ids, policy);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a portal needs its " + name);
        }
        return value;
    }
}
