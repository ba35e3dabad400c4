package org.clientportal.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.SystemUnit;

/** A storage whose database has a clock of its own, which stands still. */
public final class DatabaseClock extends ForwardingStorage {
    private final Instant time;

    public DatabaseClock(PortalStorage storage, Instant time) {
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
