package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How connections to PostgreSQL are set up. */
class PostgresEngineTest {
    private static PostgresEngine engine;

    @BeforeAll
    static void open() {
        PostgresLogin login = new PostgresLogin(TestPostgres.shared().url(), "postgres", "postgres");
        engine = new PostgresEngine(login, 1, 1, Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest(name = "{0} is {1} where it writes, {2} where it reads")
    @CsvSource({
        "transaction_isolation, read committed, repeatable read",
        "transaction_read_only, off, on",
        "lock_timeout, 20s, 20s",
        "idle_in_transaction_session_timeout, 15s, 15s",
        "application_name, client-portal, client-portal"
    })
    @DisplayName("each pool keeps its settings from unit to unit, also after one that rolled back")
    void poolsKeepTheirSettings(String setting, String writing, String reading) throws SQLException {
        for (int unit = 0; unit < 2; unit++) {
            assertThat(setting(true, setting)).isEqualTo(writing);
            assertThat(setting(false, setting)).isEqualTo(reading);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"lock_timeout, 20s", "idle_in_transaction_session_timeout, 15s"})
    @Tag("promise:P28")
    @DisplayName("a transaction of our own on an embedder's connection has the same limits, and takes them along")
    void borrowedConnectionsAreLimitedToo(String setting, String value) throws SQLException {
        try (Connection connection = TestPostgres.shared().connect()) {
            Link link = new BorrowedLink(connection, true);
            try (Statement statement = connection.createStatement()) {
                statement.execute(new PostgresDialect().begin(true));
            }
            assertThat(ask(link, "show " + setting)).isEqualTo(value);
            link.commit();
            assertThat(ask(link, "show " + setting)).isEqualTo("0");
        }
    }

    @Test
    @Tag("promise:P28")
    @DisplayName("one connection that turns out to be broken has all of its pool opened anew")
    void oneBrokenConnectionRenewsAll() throws SQLException {
        PostgresLogin login = new PostgresLogin(TestPostgres.shared().url(), "postgres", "postgres");
        try (PostgresEngine several = new PostgresEngine(login, 2, 1, Duration.ofSeconds(30))) {
            // given two connections that were used a moment ago, and ended since
            Link first = several.begin(true);
            Link second = several.begin(true);
            List<String> ended = List.of(ask(first, "select pg_backend_pid()"), ask(second, "select pg_backend_pid()"));
            for (Link link : List.of(first, second)) {
                link.rollback();
                link.release();
            }
            end(ended);
            // when one of them is used; a slow machine's pool may have looked at it before
            Link broken = several.begin(true);
            Throwable unused = catchThrowable(() -> ask(broken, "select 1"));
            broken.rollback();
            broken.release();
            // then
            Link next = several.begin(true);
            assertThat(ask(next, "select pg_backend_pid()")).isNotIn(ended);
            next.rollback();
            next.release();
        }
    }

    private static void end(List<String> backends) throws SQLException {
        try (Connection connection = TestPostgres.shared().connect();
                Statement statement = connection.createStatement()) {
            for (String backend : backends) {
                statement.execute("select pg_terminate_backend(" + backend + ", 10000)");
            }
        }
    }

    private static String ask(Link link, String sql) throws SQLException {
        try (PreparedStatement statement = link.prepare(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }

    private static String setting(boolean writing, String name) throws SQLException {
        Link link = engine.begin(writing);
        try {
            return ask(link, "show " + name);
        } finally {
            link.rollback();
            link.release();
        }
    }
}
