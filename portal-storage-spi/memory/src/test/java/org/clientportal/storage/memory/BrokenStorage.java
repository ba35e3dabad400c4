package org.clientportal.storage.memory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/** A right storage of whose stores one does one thing wrong; subclasses do worse. */
class BrokenStorage implements PortalStorage {
    /** What a method does instead. */
    interface Defect<S> {
        Object call(S right, Object[] arguments);
    }

    final PortalStorage right = MemoryStorage.create();
    private final Function<WriteUnit, WriteUnit> spoil;

    /** Nothing is wrong with it. */
    BrokenStorage() {
        this.spoil = unit -> unit;
    }

    /** @param store the accessor in {@link WriteUnit} of the store that is broken */
    <S> BrokenStorage(String store, Class<S> type, String method, Defect<S> defect) {
        this.spoil = unit -> instead(
                WriteUnit.class,
                unit,
                store,
                (sound, none) -> instead(type, type.cast(call(sound, store)), method, defect));
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return right.read(scope, view -> work.apply(spoil.apply((WriteUnit) view)));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return right.write(scope, unit -> work.apply(spoil.apply(unit)));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return right.system(work);
    }

    @Override
    public void close() {
        right.close();
    }

    /** The same, but for one method. */
    static <S> S instead(Class<S> type, S right, String method, Defect<S> defect) {
        InvocationHandler handler = (proxy, called, arguments) ->
                called.getName().equals(method) ? defect.call(right, arguments) : call(right, called, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Nothing but one method. */
    static <S> S alone(Class<S> type, String method, Function<Object[], Object> does) {
        return instead(type, type.cast(null), method, (none, arguments) -> does.apply(arguments));
    }

    private static Object call(Object target, String accessor) {
        try {
            return call(target, WriteUnit.class.getMethod(accessor), new Object[0]);
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
