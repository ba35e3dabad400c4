package org.clientportal.core.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.SystemUnit.Owned;
import org.clientportal.storage.WriteUnit;

/**
 * A storage whose jobs find the work of one practice alone, by the clock of its world alone: others, of other scenarios, have
 * clocks and bytes of their own.
 */
record OnePractice(PortalStorage storage, PracticeId practice) implements PortalStorage {
    private static final int MANY = 1_000;

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
                // The world's clock is far ahead of the server's when many faults have been tried.
                return Optional.empty();
            }
            if (method.getName().equals("stalePendingContent")) {
                return own(unit.stalePendingContent((Instant) arguments[0], MANY), (Integer) arguments[1]);
            }
            if (method.getName().equals("expiredTrash")) {
                return own(unit.expiredTrash((Instant) arguments[0], MANY), (Integer) arguments[1]);
            }
            try {
                return method.invoke(unit, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private <T> List<Owned<T>> own(List<Owned<T>> all, int limit) {
        return all.stream()
                .filter(owned -> owned.practice().equals(practice))
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {
        storage.close();
    }
}
