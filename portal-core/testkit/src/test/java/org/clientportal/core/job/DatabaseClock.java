package org.clientportal.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.SystemUnit;
import org.clientportal.testkit.ForwardingStorage;

/** A storage whose database has a clock of its own, which stands still. */
final class DatabaseClock extends ForwardingStorage {
    private final Instant time;

    DatabaseClock(PortalStorage storage, Instant time) {
        super(storage);
        this.time = time;
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        Detour ownTime = (method, arguments, right) ->
                method.getName().equals("databaseTime") ? Optional.of(time) : right.call();
        return super.system(unit -> work.apply(by(ownTime, SystemUnit.class, unit)));
    }
}
