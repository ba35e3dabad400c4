package org.clientportal.core.fault;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.SystemUnit.Owned;
import org.clientportal.testkit.ForwardingStorage;

/**
 * A storage whose jobs find the work of one practice alone, by the clock of its world alone: others, of other scenarios, have
 * clocks and bytes of their own.
 */
final class OnePractice extends ForwardingStorage {
    private static final int MANY = 1_000;

    private final PracticeId practice;

    OnePractice(PortalStorage storage, PracticeId practice) {
        super(storage);
        this.practice = practice;
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return super.system(unit -> work.apply(
                by((method, arguments, right) -> call(unit, method, arguments, right), SystemUnit.class, unit)));
    }

    private Object call(SystemUnit unit, Method method, Object[] arguments, Callable<Object> right) throws Exception {
        return switch (method.getName()) {
            // The world's clock is far ahead of the server's when many faults have been tried.
            case "databaseTime" -> Optional.empty();
            case "stalePendingContent" ->
                own(unit.stalePendingContent((Instant) arguments[0], MANY), (Integer) arguments[1]);
            case "expiredTrash" -> own(unit.expiredTrash((Instant) arguments[0], MANY), (Integer) arguments[1]);
            default -> right.call();
        };
    }

    private <T> List<Owned<T>> own(List<Owned<T>> all, int limit) {
        return all.stream()
                .filter(owned -> owned.practice().equals(practice))
                .limit(limit)
                .toList();
    }
}
