package org.clientportal.benchmarks.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.storage.jdbc.JdbcStorageBuilder;

/**
 * One database with the portal's tables.
 *
 * @param engine which kind it is
 * @param url its JDBC address
 * @param user whom to log in as; empty for SQLite
 */
public record Database(Engine engine, String url, String user) {
    /** What the portal keeps records in. */
    public enum Engine {
        POSTGRES("client_portal."),
        SQLITE("portal_");

        private final String prefix;

        Engine(String prefix) {
            this.prefix = prefix;
        }

        /** A statement with each {@code {table}} as this engine names it. */
        public String sql(String statement) {
            return statement.replaceAll("\\{(\\w+)}", prefix + "$1");
        }

        /** As it is written in results. */
        public String label() {
            return this == POSTGRES ? "PostgreSQL" : "SQLite";
        }

        public static Engine of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** An empty SQLite file in a folder that is made. */
    static Database sqlite(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Database(Engine.SQLITE, "jdbc:sqlite:" + file.toAbsolutePath(), "");
    }

    /** The file of a database of SQLite. */
    public Path file() {
        return Path.of(url.substring("jdbc:sqlite:".length()));
    }

    /** The portal's own storage in it. */
    public JdbcStorageBuilder storage() {
        return engine == Engine.SQLITE ? JdbcStorage.sqlite(file()) : JdbcStorage.postgres(url, user, "");
    }

    /** A plain connection. */
    public Connection connect() throws SQLException {
        return engine == Engine.SQLITE ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, "");
    }

    /** Runs statements that change it, in one transaction. */
    void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(engine.sql(sql));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be filled", e);
        }
    }
}
