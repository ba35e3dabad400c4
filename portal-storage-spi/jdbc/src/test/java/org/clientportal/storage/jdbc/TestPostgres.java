package org.clientportal.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The PostgreSQL server of this run's tests: the one that {@code PORTAL_TEST_POSTGRES_URL} names (with user and password
 * in it), else one of its own, started once and stopped with the JVM.
 */
record TestPostgres(String url) {
    private static final String VARIABLE = "PORTAL_TEST_POSTGRES_URL";
    private static final Pattern DATABASE = Pattern.compile("(jdbc:postgresql://[^/]*/)[^?]*(.*)");

    /** The database that tests share. */
    static TestPostgres shared() {
        return new TestPostgres(Server.URL);
    }

    /** A new, empty database; it goes with the server. */
    static TestPostgres fresh() throws SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = shared().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new TestPostgres(DATABASE.matcher(Server.URL).replaceFirst("$1" + name + "$2"));
    }

    JdbcStorageBuilder builder() {
        return JdbcStorage.postgres(url, "postgres", "postgres");
    }

    /** Connections as an embedder has them. */
    DataSource connections() {
        return database().connections();
    }

    /** What a storage takes its connections from. */
    Engine engine() {
        return database().open(1, 1, Duration.ofSeconds(10));
    }

    private PostgresDatabase database() {
        return new PostgresDatabase(new PostgresLogin(url, "postgres", "postgres"));
    }

    /** A connection past the storage. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /** Started by its first use. */
    private static final class Server {
        static final String URL = Optional.ofNullable(System.getProperty(VARIABLE, System.getenv(VARIABLE)))
                .filter(url -> !url.isBlank())
                .orElseGet(Server::start);

        private static String start() {
            try {
                // The kit proves locks by deadlocks, each of which would else be noticed after a second only.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("deadlock_timeout", "50ms")
                        .start();
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
