package org.clientportal.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The PostgreSQL server of this run's tests: the one that {@code PORTAL_TEST_POSTGRES_URL} names (with user and password
 * in it), else one of its own, started once and stopped with the JVM.
 */
final class TestPostgres {
    private static final String VARIABLE = "PORTAL_TEST_POSTGRES_URL";

    private TestPostgres() {}

    static String url() {
        return Server.URL;
    }

    static JdbcStorageBuilder builder() {
        return JdbcStorage.postgres(url(), "postgres", "postgres");
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
