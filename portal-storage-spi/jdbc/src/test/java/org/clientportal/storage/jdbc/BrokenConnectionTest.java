package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.clientportal.model.client.Client;
import org.clientportal.storage.StorageException.OutcomeUnknown;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a unit says when its connection to the server breaks, and that the next one does not notice. */
@Tag("promise:P28")
class BrokenConnectionTest {
    private static final int READERS = 10;
    private static final Samples SAMPLES = Samples.fresh();
    private static TestPostgres database;
    private static JdbcStorage storage;

    @BeforeAll
    static void open() throws SQLException {
        database = TestPostgres.fresh();
        storage = database.builder().migrate().build();
        storage.write(SAMPLES.scope(), unit -> {
            unit.practices().insert(SAMPLES.practice());
            return true;
        });
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Test
    @DisplayName("broken before a statement of a unit that writes, the storage is unavailable and nothing is written")
    void brokenInAWrite() {
        Client client = SAMPLES.client("Lost before");
        assertThat(isThere(client)).isFalse();
        assertThatThrownBy(() -> storage.write(SAMPLES.scope(), unit -> {
                    unit.clients().insert(client);
                    killEverybody();
                    return unit.clients().find(client.id());
                }))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(isThere(client)).isFalse();
    }

    @Test
    @DisplayName("broken before the commit, nobody can say whether the unit was written")
    void brokenAtTheCommit() {
        Client client = SAMPLES.client("Lost at the end");
        assertThat(isThere(client)).isFalse();
        assertThatThrownBy(() -> storage.write(SAMPLES.scope(), unit -> {
                    unit.clients().insert(client);
                    killEverybody();
                    return true;
                }))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(isThere(client)).isFalse();
    }

    @Test
    @DisplayName("broken in a unit that reads, the storage is unavailable, and the next unit finds it well")
    void brokenInARead() {
        Client client = SAMPLES.client("Kept");
        storage.write(SAMPLES.scope(), unit -> {
            unit.clients().insert(client);
            return true;
        });
        assertThatThrownBy(() -> storage.read(SAMPLES.scope(), view -> {
                    assertThat(view.clients().find(client.id())).isPresent();
                    killEverybody();
                    return view.clients().find(client.id());
                }))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(isThere(client)).isTrue();
    }

    @Test
    @DisplayName("a server that says nothing for a minute is given up, on connections of both kinds")
    void silentForAMinute() throws SQLException {
        try (Engine engine = database.engine()) {
            for (boolean writing : new boolean[] {true, false}) {
                PostgresLink link = (PostgresLink) engine.begin(writing);
                assertThat(link.connection().getNetworkTimeout()).isEqualTo(60_000);
                link.release();
            }
        }
    }

    @Test
    @DisplayName("an embedder's pool gets back every connection, also one that broke")
    void brokenConnectionsAreGivenBack() throws SQLException {
        TestPostgres own = TestPostgres.fresh();
        AtomicInteger lent = new AtomicInteger();
        try (JdbcStorage joining =
                JdbcStorage.on(counting(own, lent), Optional::empty).migrate().build()) {
            assertThatThrownBy(() -> joining.read(SAMPLES.scope(), view -> {
                        assertThat(lent).hasValue(1);
                        killEverybody(own);
                        return view.practices().find(SAMPLES.practice().id());
                    }))
                    .isInstanceOf(StorageUnavailable.class);
        }
        assertThat(lent).hasValue(0);
    }

    /** A pool that knows how many of its connections are lent; in the midst of transactions, as most pools have them. */
    private static DataSource counting(TestPostgres own, AtomicInteger lent) {
        DataSource real = own.connections();
        return instead(DataSource.class, real, "getConnection", () -> {
            Connection connection = real.getConnection();
            connection.setAutoCommit(false);
            lent.incrementAndGet();
            return instead(Connection.class, connection, "close", () -> {
                lent.decrementAndGet();
                connection.close();
                return null;
            });
        });
    }

    private static <T> T instead(Class<T> type, T real, String method, Callable<?> does) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, given) -> {
                    if (called.getName().equals(method)) {
                        return does.call();
                    }
                    try {
                        return called.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Looks once the pool has thrown away what was killed: it believes in a connection used a moment ago. */
    private static boolean isThere(Client client) {
        for (int dead = 0; dead < READERS; dead++) {
            try {
                return find(client);
            } catch (StorageUnavailable killed) {
                // Each failure takes one dead connection out of the pool.
            }
        }
        return find(client);
    }

    private static boolean find(Client client) {
        return storage.read(
                SAMPLES.scope(), view -> view.clients().find(client.id()).isPresent());
    }

    /** Ends all other connections to the database, as an operator or a restart does. */
    private static void killEverybody() {
        killEverybody(database);
    }

    private static void killEverybody(TestPostgres database) {
        String sql = "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
