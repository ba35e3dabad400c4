package org.clientportal.testkit.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.testkit.StorageUnderTest;

/**
 * PostgreSQL: the server that the environment variable {@code PORTAL_TEST_POSTGRES_URL} names, with user and password in
 * it, else one that runs with this process.
 */
public final class PostgresUnderTest implements StorageUnderTest {
    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public PortalStorage open() {
        return JdbcStorage.postgres(Server.URL, "postgres", "postgres")
                .migrate()
                .build();
    }

    @Override
    public boolean onlyInFull() {
        return true;
    }

    /** Started by its first use. */
    private static final class Server {
        static final String URL = Optional.ofNullable(System.getenv("PORTAL_TEST_POSTGRES_URL"))
                .filter(url -> !url.isBlank())
                .orElseGet(Server::start);

        private static String start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
