package org.clientportal.storage.jdbc;

import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL server. */
record PostgresDatabase(PostgresLogin login) implements Database {
    static final String SCHEMA = "client_portal";

    @Override
    public String folder() {
        return "postgres";
    }

    @Override
    public String tablePrefix() {
        return SCHEMA + ".";
    }

    @Override
    public DataSource connections() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
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
