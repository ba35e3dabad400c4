package org.clientportal.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/** A storage that does as another does; tests override what is to go another way. */
public abstract class ForwardingStorage implements PortalStorage {
    private final PortalStorage storage;

    protected ForwardingStorage(PortalStorage storage) {
        this.storage = storage;
    }

    /** What is done instead of a call: {@code right} does as the other object does. */
    @FunctionalInterface
    public interface Detour {
        Object call(Method method, Object[] arguments, Callable<Object> right) throws Exception;
    }

    /** An object that does as another does, each call by a detour. What the other throws comes out as it is. */
    protected static <I> I by(Detour detour, Class<I> type, Object inner) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    return detour.call(method, given, () -> right(inner, method, given));
                }));
    }

    private static Object right(Object inner, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown.getCause();
        }
    }

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
        return storage.system(work);
    }

    @Override
    public boolean joins() {
        return storage.joins();
    }

    @Override
    public void close() {
        storage.close();
    }
}
