package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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
        "application_name, client-portal, client-portal"
    })
    @DisplayName("each pool keeps its settings from unit to unit, also after one that rolled back")
    void poolsKeepTheirSettings(String setting, String writing, String reading) throws SQLException {
        for (int unit = 0; unit < 2; unit++) {
            assertThat(setting(true, setting)).isEqualTo(writing);
            assertThat(setting(false, setting)).isEqualTo(reading);
        }
    }

    private static String setting(boolean writing, String name) throws SQLException {
        Link link = engine.begin(writing);
        try (PreparedStatement statement = link.prepare("show " + name);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getString(1);
        } finally {
            link.rollback();
            link.release();
        }
    }
}
