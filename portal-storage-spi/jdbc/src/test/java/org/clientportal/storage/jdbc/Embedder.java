package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;

/**
 * A program with transactions of its own, one a thread, which the portal joins; as the frameworks keep them. As a storage it
 * surrounds each unit by such a transaction, so that the kit sees what a caller sees.
 */
final class Embedder implements PortalStorage {
    /** Told to whoever commits what can only be rolled back. */
    static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Transaction implements CallerTransaction {
        private final Connection connection;
        private boolean rollbackOnly;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void setRollbackOnly() {
            rollbackOnly = true;
        }
    }

    private final ThreadLocal<Optional<Transaction>> running = ThreadLocal.withInitial(Optional::empty);
    private final DataSource connections;
    private final JdbcStorage storage;
    private final Dialect dialect;

    /** SQLite has one that writes: the others wait here, as at a pool of one. */
    private final Semaphore writers;

    Embedder(DataSource connections) {
        this.connections = connections;
        this.storage = JdbcStorage.on(connections, () -> running.get().map(CallerTransaction.class::cast))
                .migrate()
                .build();
        EmbedderDatabase.Kind kind =
                EmbedderDatabase.of(connections, Optional::empty).kind();
        this.dialect = kind.dialect();
        this.writers = new Semaphore(kind == EmbedderDatabase.Kind.SQLITE ? 1 : Integer.MAX_VALUE);
    }

    /** The storage itself, which joins. */
    JdbcStorage storage() {
        return storage;
    }

    /** Runs work in a transaction, or as a part of the one that runs. */
    <T> T transact(boolean writing, Supplier<T> work) {
        if (running.get().isPresent()) {
            return work.get();
        }
        if (!writing) {
            return begun(false, work);
        }
        writers.acquireUninterruptibly();
        try {
            return begun(true, work);
        } finally {
            writers.release();
        }
    }

    private <T> T begun(boolean writing, Supplier<T> work) {
        try (Connection connection = connections.getConnection()) {
            execute(connection, dialect.begin(writing));
            Transaction transaction = new Transaction(connection);
            running.set(Optional.of(transaction));
            boolean committed = false;
            try {
                T result = work.get();
                if (transaction.rollbackOnly) {
                    throw new RolledBack();
                }
                execute(connection, "commit");
                committed = true;
                return result;
            } finally {
                running.remove();
                if (!committed) {
                    execute(connection, "rollback");
                }
            }
        } catch (SQLException e) {
            throw dialect.translate(e);
        }
    }

    /** The connection of the transaction that runs, for rows of the embedder's own. */
    void execute(String sql) {
        try {
            execute(running.get().orElseThrow().connection(), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public <T> T read(Scope scope, Function<ReadView, T> work) {
        return transact(false, () -> storage.read(scope, work));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteUnit, T> work) {
        return transact(true, () -> storage.write(scope, work));
    }

    @Override
    public <T> T system(Function<SystemUnit, T> work) {
        return transact(true, () -> storage.system(work));
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
