package org.clientportal.core.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/** A storage whose database has a clock of its own, which stands still. */
record DatabaseClock(PortalStorage storage, Instant time) implements PortalStorage {
    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return storage.read(scope, work);
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return storage.write(scope, work);
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return storage.system(unit -> work.apply(within(unit)));
    }

    private SystemUnit within(SystemUnit unit) {
        Class<?>[] type = {SystemUnit.class};
        return (SystemUnit) Proxy.newProxyInstance(type[0].getClassLoader(), type, (proxy, method, arguments) -> {
            if (method.getName().equals("databaseTime")) {
                return Optional.of(time);
            }
            try {
                return method.invoke(unit, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    @Override
    public void close() {
        storage.close();
    }
}
