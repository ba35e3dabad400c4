package org.clientportal.core.fault;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.OutcomeUnknown;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/** A storage whose units may fail as they begin, at every call within, and as they end. */
record FaultyStorage(PortalStorage storage, Faults faults) implements PortalStorage {
    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return unit("a read", ReadView.class, work, inside -> storage.read(scope, inside));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return unit("a write", WriteUnit.class, work, inside -> storage.write(scope, inside));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return unit("a unit across practices", SystemUnit.class, work, storage::system);
    }

    /** What a unit came to, and its commit. */
    private record Done<T>(T result, Faults.Call<StorageException> commit) {}

    private <U, T> T unit(
            String name, Class<U> type, Function<U, T> work, Function<Function<U, Done<T>>, Done<T>> storageRuns) {
        faults.call("the begin of " + name, FaultyStorage::failed).done();
        Done<T> done = storageRuns.apply(right -> {
            T result = work.apply(type.cast(failing(type.getSimpleName(), right)));
            return new Done<>(result, faults.call("the commit of " + name, FaultyStorage::failedCommit));
        });
        done.commit().done();
        return done.result();
    }

    /** The same, but each call may fail; so may those to the stores that it hands out. */
    private Object failing(String name, Object right) {
        Class<?>[] types = interfaces(right.getClass()).distinct().toArray(Class<?>[]::new);
        return Proxy.newProxyInstance(PortalStorage.class.getClassLoader(), types, (proxy, method, arguments) -> {
            if (isStore(method.getReturnType())) {
                return failing(method.getName(), invoke(right, method, arguments));
            }
            Faults.Call<StorageException> call = faults.call(name + "." + method.getName(), FaultyStorage::failed);
            Object result = invoke(right, method, arguments);
            call.done();
            return result;
        });
    }

    private static boolean isStore(Class<?> type) {
        return type.isInterface() && type.getPackage() == PortalStorage.class.getPackage();
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> own = Arrays.stream(type.getInterfaces())
                .filter(each -> isStore(each) && Modifier.isPublic(each.getModifiers()));
        return type.getSuperclass() == null ? own : Stream.concat(own, interfaces(type.getSuperclass()));
    }

    private static Object invoke(Object right, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(right, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Optional<StorageException> failed(Fault fault) {
        return Optional.of(
                fault == Fault.CONFLICT
                        ? new TransientConflict("a conflict")
                        : new StorageUnavailable("a call that " + fault));
    }

    private static Optional<StorageException> failedCommit(Fault fault) {
        return fault.isDone() ? Optional.of(new OutcomeUnknown(new IOException("connection reset"))) : failed(fault);
    }

    @Override
    public void close() {
        storage.close();
    }
}
