package org.clientportal.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL: a pool that writes at READ COMMITTED, and one whose connections only ever read at REPEATABLE READ, so that
 * nothing is switched per unit.
 */
final class PostgresEngine implements Engine {
    /** A server that says nothing for so long is given up; longer than any wait for a row, and than any honest statement. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration CHECK = Duration.ofSeconds(2);

    private final Dialect dialect = new PostgresDialect();
    private final HikariDataSource writers;
    private final HikariDataSource readers;

    PostgresEngine(PostgresLogin login, int writers, int readers, Duration patience) {
        this(login, writers, readers, patience, PostgresDialect.HANGING);
    }

    /** @param hanging how long a transaction may say nothing, as PostgreSQL takes it */
    PostgresEngine(PostgresLogin login, int writers, int readers, Duration patience, String hanging) {
        HikariConfig writing = pool(login, "portal-write", writers, patience, hanging);
        writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        HikariConfig reading = pool(login, "portal-read", readers, patience, hanging);
        reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        reading.setReadOnly(true);
        this.writers = new HikariDataSource(writing);
        this.readers = new HikariDataSource(reading);
    }

    private static HikariConfig pool(PostgresLogin login, String name, int size, Duration patience, String hanging) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setAutoCommit(false);
        config.setConnectionTimeout(patience.toMillis());
        config.setConnectionInitSql("set lock_timeout = " + PostgresDialect.LOCK_TIMEOUT
                + "; set idle_in_transaction_session_timeout = " + hanging);
        // Commits that, lest the first unit that rolls back undo it.
        config.setIsolateInternalQueries(true);
        // A database that is down at the start is found by the check of the schema; one that is down later comes back.
        config.setInitializationFailTimeout(-1);
        config.setValidationTimeout(Math.min(CHECK.toMillis(), patience.toMillis()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
        config.addDataSourceProperty("ApplicationName", "client-portal");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Link begin(boolean writing) throws SQLException {
        return new PostgresLink((writing ? writers : readers).getConnection(), this::renew);
    }

    /** What ended one connection may have ended all, and those used a moment ago would be lent again unchecked. */
    private void renew() {
        writers.getHikariPoolMXBean().softEvictConnections();
        readers.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
