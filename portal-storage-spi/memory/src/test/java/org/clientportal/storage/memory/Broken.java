package org.clientportal.storage.memory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;
import org.clientportal.storage.tck.Writers;

/** A right storage with one thing wrong: in one method of one store here, in whole units in subclasses. */
class Broken implements PortalStorage {
    /** What a method does instead. */
    interface Instead<S> {
        Object call(S right, Object[] arguments, Place place);
    }

    /** Where it is done: the whole storage, and the unit's practice. */
    record Place(PortalStorage storage, Scope scope) {
        /** Does something in a unit of its own, at once, whatever becomes of this one. */
        <T> T apart(Function<WriteUnit, T> work) {
            return elsewhere(() -> storage.write(scope, work));
        }

        /** What is committed, whatever this unit did. */
        <T> T committed(Function<ReadView, T> look) {
            return elsewhere(() -> storage.read(scope, look));
        }
    }

    final PortalStorage right = MemoryStorage.create();

    /** The unit with which the work is done instead of the right one. */
    WriteUnit spoil(WriteUnit unit, Place place) {
        return unit;
    }

    SystemUnit spoil(SystemUnit system) {
        return system;
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return right.read(scope, view -> work.apply(spoil((WriteUnit) view, new Place(right, scope))));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return right.write(scope, unit -> work.apply(spoil(unit, new Place(right, scope))));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return right.system(system -> work.apply(spoil(system)));
    }

    @Override
    public void close() {
        right.close();
    }

    /** What it says of units that write at once. */
    Writers writers() {
        return Writers.COMPARE;
    }

    /** What is opened on the same data, for a test to close. */
    PortalStorage another() {
        return new Reopened(this);
    }

    /** Another door to a storage's data, which is closed alone. */
    private static final class Reopened implements PortalStorage {
        private final PortalStorage data;
        private volatile boolean closed;

        Reopened(PortalStorage data) {
            this.data = data;
        }

        private PortalStorage open() {
            if (closed) {
                throw new StorageUnavailable("closed");
            }
            return data;
        }

        @Override
        public <T> T read(Scope scope, Function<ReadView, T> work) {
            return open().read(scope, work);
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            return open().write(scope, work);
        }

        @Override
        public <T> T system(Function<SystemUnit, T> work) {
            return open().system(work);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Of one store, one method is wrong. */
    static <S> Broken in(String store, Class<S> type, String method, Instead<S> instead) {
        return new Broken() {
            @Override
            WriteUnit spoil(WriteUnit unit, Place place) {
                return replace(WriteUnit.class, unit, store, none -> {
                    S right = type.cast(call(unit, accessor(store), new Object[0]));
                    return replace(type, right, method, arguments -> instead.call(right, arguments, place));
                });
            }
        };
    }

    /** Of the work across practices, one method is wrong. */
    static Broken inSystem(String method, BiFunction<SystemUnit, Object[], Object> instead) {
        return new Broken() {
            @Override
            SystemUnit spoil(SystemUnit system) {
                return replace(SystemUnit.class, system, method, arguments -> instead.apply(system, arguments));
            }
        };
    }

    /** The same but for one method. */
    static <S> S replace(Class<S> type, S right, String method, Function<Object[], Object> does) {
        InvocationHandler handler = (proxy, called, arguments) ->
                called.getName().equals(method) ? does.apply(arguments) : call(right, called, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static <T> T elsewhere(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, task -> new Thread(task).start())
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException) {
                throw (RuntimeException) failed.getCause();
            }
            throw failed;
        }
    }

    private static Method accessor(String store) {
        try {
            return WriteUnit.class.getMethod(store);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException) {
                throw (RuntimeException) thrown.getCause();
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
