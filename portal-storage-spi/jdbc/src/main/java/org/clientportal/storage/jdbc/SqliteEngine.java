package org.clientportal.storage.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite: one connection that writes, which its units take in turns, and several that only read. Durable at each commit
 * (WAL with synchronous=FULL, D23).
 */
final class SqliteEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteEngine.class);

    private static final int BUSY_MILLIS = 10_000;

    private final Dialect dialect = new SqliteDialect();
    private final SQLiteDataSource source;
    private final BlockingQueue<SqliteLink> writer = new ArrayBlockingQueue<>(1, true);
    /** The one used last is lent first: its pages and statements are still at hand. */
    private final BlockingDeque<SqliteLink> readers;

    private final Duration patience;
    private volatile boolean closed;

    SqliteEngine(Path file, int readers, Duration patience) {
        this.source = source(file);
        this.patience = patience;
        this.readers = new LinkedBlockingDeque<>(readers);
        writer.add(new SqliteLink(source::getConnection, dialect.begin(true), writer::add));
        for (int i = 0; i < readers; i++) {
            this.readers.add(new SqliteLink(this::reading, dialect.begin(false), this.readers::addFirst));
        }
    }

    static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private Connection reading() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = 1");
        }
        return connection;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Link begin(boolean writing) throws SQLException {
        SqliteLink link = take(writing ? writer : readers);
        if (closed) {
            link.release();
            throw new StorageUnavailable("closed");
        }
        link.begin();
        return link;
    }

    private SqliteLink take(BlockingQueue<SqliteLink> pool) {
        try {
            SqliteLink link = pool.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (link == null) {
                throw new StorageUnavailable("no connection became free in " + patience);
            }
            return link;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted while waiting for a connection", e);
        }
    }

    /** Waits for the units that run, within bounds, and closes their connections too. */
    @Override
    public void close() {
        closed = true;
        int count = readers.size() + readers.remainingCapacity();
        for (int i = 0; i < count; i++) {
            close(readers);
        }
        close(writer);
    }

    private void close(BlockingQueue<SqliteLink> pool) {
        try {
            take(pool).close();
        } catch (StorageUnavailable e) {
            LOG.warn("A unit of work still runs; its connection is left to it", e);
        }
    }
}
