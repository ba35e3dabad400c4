package org.clientportal.auth;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.testkit.StorageUnderTest;

/** The PostgreSQL server that {@code PORTAL_TEST_POSTGRES_URL} names, else one started for the run. */
public final class PostgresUnderTest implements StorageUnderTest {
    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public PortalStorage open() {
        String url = Optional.ofNullable(System.getenv("PORTAL_TEST_POSTGRES_URL"))
                .filter(given -> !given.isBlank())
                .orElseGet(PostgresUnderTest::started);
        return JdbcStorage.postgres(url, "postgres", "postgres").migrate().build();
    }

    @Override
    public boolean onlyInFull() {
        return true;
    }

    private static String started() {
        try {
            return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
