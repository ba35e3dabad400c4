package org.clientportal.storage.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
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
 * <p>Nothing is retried here: a {@code TransientConflict} is for the caller to run again, and a part of the caller's own
 * transaction only with the whole of that.
 */
public final class JdbcStorage implements PortalStorage {
    private final Engine engine;
    private final Consumer<String> listener;
    private final RowLevelSecurity rows;
    private final ThreadLocal<Boolean> inUnit = ThreadLocal.withInitial(() -> false);
    private volatile boolean closed;

    JdbcStorage(Engine engine, Consumer<String> listener, RowLevelSecurity rows) {
        this.engine = engine;
        this.listener = listener;
        this.rows = rows;
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

    /**
     * Storage in an embedder's own SQLite or PostgreSQL database, in its own transactions. Inside one, as {@code caller} tells
     * of this thread, each unit is a part of it: the unit commits nothing and is never run again by itself, all of it goes or
     * stays with the transaction, and a unit that writes and fails leaves it only to be rolled back. Outside of one a unit
     * begins and commits its own, as on any other storage.
     *
     * <p>A transaction to be joined is to be READ COMMITTED or stricter. What a unit locks stays locked until the transaction
     * ends, and what several look-ups of a unit see is one snapshot only where the transaction's isolation gives it one
     * (SQLite always does, PostgreSQL from REPEATABLE READ on). A unit that reads joins too, so that it sees what the
     * transaction wrote.
     *
     * <p>The storage closes none of the connections. On SQLite they need the pragmas {@code journal_mode = wal},
     * {@code synchronous = full} and {@code foreign_keys = on}, and had best begin transactions that write as
     * {@code immediate}, since those that turn to writing later meet {@code TransientConflict}.
     *
     * @param connections outside of transactions; on the same database as those of {@code caller}
     * @param caller the transaction that surrounds the calling thread, if there is one
     * @throws StorageUnavailable if the database cannot be reached
     * @throws IllegalArgumentException if it is another product
     */
    public static JdbcStorageBuilder on(DataSource connections, Supplier<Optional<CallerTransaction>> caller) {
        return new JdbcStorageBuilder(EmbedderDatabase.of(connections, caller));
    }

    @Override
    public boolean joins() {
        return engine.joins();
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return run(false, unit -> work.apply(inPractice(unit, scope)));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return run(true, unit -> work.apply(inPractice(unit, scope)));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return run(true, unit -> work.apply(acrossPractices(unit)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            engine.close();
        }
    }

    private PracticeUnit inPractice(Unit unit, Scope scope) {
        if (rows == RowLevelSecurity.ON) {
            unit.reach(scope.practice().toString(), "off");
        }
        return new PracticeUnit(unit, scope.practice());
    }

    private SystemWork acrossPractices(Unit unit) {
        if (rows == RowLevelSecurity.ON) {
            unit.reach("", "on");
        }
        return new SystemWork(unit);
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
