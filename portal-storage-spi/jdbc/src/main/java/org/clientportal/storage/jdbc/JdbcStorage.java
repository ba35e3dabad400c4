package org.clientportal.storage.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/**
 * Storage in an SQLite file or a PostgreSQL database.
 *
 * <pre>{@code
 * PortalStorage storage = JdbcStorage.sqlite(Path.of("portal.db")).migrate().build();
 * }</pre>
 *
 * <p>Nothing is retried here: a {@code TransientConflict} is for the caller to run again.
 */
public final class JdbcStorage implements PortalStorage {
    private final Engine engine;
    private final Consumer<String> listener;
    private final ThreadLocal<Boolean> inUnit = ThreadLocal.withInitial(() -> false);
    private volatile boolean closed;

    JdbcStorage(Engine engine, Consumer<String> listener) {
        this.engine = engine;
        this.listener = listener;
    }

    /** Storage in a file on a local disk, which no other process may open meanwhile. */
    public static JdbcStorageBuilder sqlite(Path file) {
        return new JdbcStorageBuilder(new SqliteDatabase(file));
    }

    /**
     * Storage in a database of a PostgreSQL server, in the schema {@code client_portal}.
     *
     * @param url such as {@code jdbc:postgresql://host/database}; a user and password in it come before those beside it
     */
    public static JdbcStorageBuilder postgres(String url, String user, String password) {
        return new JdbcStorageBuilder(new PostgresDatabase(new PostgresLogin(url, user, password)));
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return run(false, unit -> work.apply(new PracticeUnit(unit, scope.practice())));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return run(true, unit -> work.apply(new PracticeUnit(unit, scope.practice())));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return run(true, unit -> work.apply(new SystemWork(unit)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            engine.close();
        }
    }

    private <T> T run(boolean writing, Function<Unit, T> work) {
        if (inUnit.get()) {
            throw new IllegalStateException("a unit of work inside a unit of work");
        }
        if (closed) {
            throw new StorageUnavailable("closed");
        }
        inUnit.set(true);
        try {
            return run(begin(writing), writing, work);
        } finally {
            inUnit.remove();
        }
    }

    private Link begin(boolean writing) {
        try {
            return engine.begin(writing);
        } catch (SQLException e) {
            throw engine.dialect().translate(e);
        }
    }

    private <T> T run(Link link, boolean writing, Function<Unit, T> work) {
        Unit unit = new Unit(link, engine.dialect(), writing, listener);
        boolean committed = false;
        try {
            T result = work.apply(unit);
            unit.commit();
            committed = true;
            return result;
        } finally {
            unit.end();
            if (!committed) {
                link.rollback();
            }
            link.release();
        }
    }
}
