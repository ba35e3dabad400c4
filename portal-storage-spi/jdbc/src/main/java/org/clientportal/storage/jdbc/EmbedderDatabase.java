package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** A database that an embedder has opened for itself. */
record EmbedderDatabase(DataSource connections, Supplier<Optional<CallerTransaction>> caller, Kind kind)
        implements Database {
    /** The engines. */
    enum Kind {
        SQLITE,
        POSTGRES;

        Dialect dialect() {
            return this == SQLITE ? new SqliteDialect() : new PostgresDialect();
        }
    }

    static EmbedderDatabase of(DataSource connections, Supplier<Optional<CallerTransaction>> caller) {
        try (Connection connection = connections.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "SQLite" -> new EmbedderDatabase(connections, caller, Kind.SQLITE);
                case "PostgreSQL" -> new EmbedderDatabase(connections, caller, Kind.POSTGRES);
                default -> throw new IllegalArgumentException("neither SQLite nor PostgreSQL: " + product);
            };
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot open the embedder's database: " + e.getMessage(), e);
        }
    }

    @Override
    public String folder() {
        return kind == Kind.SQLITE ? SqliteDatabase.FOLDER : PostgresDatabase.FOLDER;
    }

    @Override
    public Optional<String> schema() {
        return kind == Kind.SQLITE ? Optional.empty() : Optional.of(PostgresDialect.SCHEMA);
    }

    @Override
    public String tablePrefix() {
        return kind == Kind.SQLITE ? SqliteDialect.TABLE_PREFIX : PostgresDialect.SCHEMA + ".";
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Dialect dialect() {
        return kind.dialect();
    }

    @Override
    public Upkeep upkeep() {
        throw new UnsupportedOperationException(
                "an embedder's database holds rows of its own too: it is backed up and looked over by the embedder");
    }

    /** The embedder's own pool says how many connections there are, and how long one waits for them. */
    @Override
    public Engine open(int writers, int readers, Duration patience) {
        if (kind == Kind.SQLITE) {
            SqliteRequirements.check(connections);
        }
        return new EmbedderEngine(connections, caller, dialect());
    }

    @Override
    public String toString() {
        return "the embedder's database";
    }
}
