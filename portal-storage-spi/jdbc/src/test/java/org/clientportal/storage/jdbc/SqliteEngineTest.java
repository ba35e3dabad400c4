package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How connections to SQLite are set up. */
class SqliteEngineTest {
    @TempDir
    private Path folder;

    private SqliteEngine engine;

    @BeforeEach
    void open() {
        engine = new SqliteEngine(folder.resolve("portal.db"), 2, Duration.ofMillis(50));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest(name = "pragma {0} is {1} where it writes")
    @CsvSource({"journal_mode, wal", "synchronous, 2", "foreign_keys, 1", "busy_timeout, 10000", "query_only, 0"})
    @Tag("promise:P24")
    @DisplayName("the writer is durable at each commit and holds foreign keys")
    void theWriterIsSafe(String pragma, String value) throws SQLException {
        assertThat(pragma(true, pragma)).isEqualTo(value);
    }

    @Test
    @DisplayName("readers cannot write")
    void readersOnlyRead() throws SQLException {
        assertThat(pragma(false, "query_only")).isEqualTo("1");
        Link link = engine.begin(false);
        assertThatThrownBy(() -> link.prepare("create table t (i)").execute()).isInstanceOf(SQLException.class);
        link.rollback();
        link.release();
    }

    @Test
    @DisplayName("who waits too long for the one writer is told that the storage is unavailable")
    void waitingForTheWriterEnds() throws SQLException {
        Link link = engine.begin(true);
        assertThatThrownBy(() -> engine.begin(true))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("no connection became free");
        link.rollback();
        link.release();
        engine.begin(true).release();
    }

    @Test
    @Tag("promise:P28")
    @DisplayName("a statement that failed tells why, and works when it is run again once it can")
    void failedStatementsAreToldAndNotKept() throws SQLException {
        // given a statement that ends in an error of SQLite's own
        Link link = engine.begin(false);
        assertThatThrownBy(() -> unit(link).change("create table t (i)"))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("SQLITE_READONLY");
        link.rollback();
        link.release();
        // when the reason is gone, on the same connection
        Link again = engine.begin(false);
        assertThat(again).isSameAs(link);
        again.prepare("pragma query_only = 0").execute();
        int changed = unit(again).change("create table t (i)");
        // then
        assertThat(changed).isZero();
        again.rollback();
        again.release();
    }

    private Unit unit(Link link) {
        return new Unit(link, engine.dialect(), true, sql -> {});
    }

    @ParameterizedTest(name = "{0} comes before {1}")
    @CsvSource({"3.51.2, 3.51.3", "3.9.0, 3.51.3", "3.50.4, 3.51.3", "2.99.99, 3.51.3"})
    @DisplayName("versions are compared number by number")
    void versionsAreNumbers(String older, String newer) {
        assertThat(Version.parse(older)).isLessThan(Version.parse(newer));
    }

    private String pragma(boolean writing, String name) throws SQLException {
        Link link = engine.begin(writing);
        try {
            PreparedStatement statement = link.prepare("pragma " + name);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } finally {
            link.rollback();
            link.release();
        }
    }
}
