package org.clientportal.storage.jdbc;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL server. */
record PostgresDatabase(PostgresLogin login) implements Database {
    static final String FOLDER = "postgres";

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public Optional<String> schema() {
        return Optional.of(PostgresDialect.SCHEMA);
    }

    @Override
    public String tablePrefix() {
        return PostgresDialect.SCHEMA + ".";
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public DataSource connections() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUser(login.user());
        source.setPassword(login.password());
        // Last, so that what the address names comes first, as in a pool.
        source.setURL(login.url());
        return source;
    }

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public Upkeep upkeep() {
        return new PostgresUpkeep(this);
    }

    @Override
    public Engine open(int writers, int readers, Duration patience) {
        return new PostgresEngine(login, writers, readers, patience);
    }

    @Override
    public String toString() {
        return login.toString();
    }
}
