package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.clientportal.model.client.Client;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** STO-70: units within the transaction of an embedder that has rows of its own, and outside of one. */
@Tag("promise:P16")
class JoinedTransactionTest {
    /** What the embedder's own code throws. */
    private static final class Change extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Alike on each engine, every test on a database of its own. */
    abstract static class OnEachEngine {
        private final Samples samples = Samples.fresh();
        private final Client client = samples.client("Joe's Diner");
        private DataSource connections;
        private Embedder embedder;

        abstract DataSource connections() throws SQLException;

        @BeforeEach
        void open() throws SQLException {
            connections = connections();
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table invoice (number integer primary key)");
            }
            embedder = new Embedder(connections);
            embedder.storage().write(samples.scope(), unit -> {
                unit.practices().insert(samples.practice());
                return true;
            });
        }

        @AfterEach
        void close() {
            embedder.close();
        }

        @Test
        @DisplayName("STO-70 rows of the embedder and of the portal are committed together, and seen by nobody before")
        void committedTogether() {
            embedder.transact(true, () -> {
                embedder.execute("insert into invoice values (1)");
                insert(client);
                assertThat(isThere(client)).isTrue();
                assertThat(elsewhere(() -> isThere(client))).isFalse();
                return true;
            });

            assertThat(isThere(client)).isTrue();
            assertThat(invoices()).isEqualTo(1);
        }

        @Test
        @DisplayName("STO-70 when the embedder's transaction rolls back, nothing of the portal's stays")
        void rolledBackTogether() {
            assertThatThrownBy(() -> embedder.transact(true, () -> {
                        embedder.execute("insert into invoice values (1)");
                        insert(client);
                        throw new Change();
                    }))
                    .isInstanceOf(Change.class);

            assertThat(isThere(client)).isFalse();
            assertThat(invoices()).isZero();
        }

        @Test
        @DisplayName(
                "STO-70 a unit that wrote and failed takes the embedder's rows along, even if its failure is swallowed")
        void aFailureDoomsTheTransaction() {
            assertThatThrownBy(() -> embedder.transact(true, () -> {
                        embedder.execute("insert into invoice values (1)");
                        assertThatThrownBy(() -> embedder.storage().write(samples.scope(), unit -> {
                                    unit.clients().insert(client);
                                    throw new Change();
                                }))
                                .isInstanceOf(Change.class);
                        return true;
                    }))
                    .isInstanceOf(Embedder.RolledBack.class);

            assertThat(isThere(client)).isFalse();
            assertThat(invoices()).isZero();
        }

        @Test
        @DisplayName("STO-70 a duplicate reaches the embedder by its name, and takes its rows along")
        void aDuplicateDoomsTheTransaction() {
            insert(client);

            assertThatThrownBy(() -> embedder.transact(true, () -> {
                        embedder.execute("insert into invoice values (1)");
                        insert(client);
                        return true;
                    }))
                    .isInstanceOf(UniqueViolation.class);

            assertThat(invoices()).isZero();
        }

        @Test
        @DisplayName("STO-70 a unit that read and refused leaves the transaction as it was")
        void aReadDoomsNothing() {
            embedder.transact(true, () -> {
                embedder.execute("insert into invoice values (1)");
                assertThatThrownBy(() -> embedder.storage().read(samples.scope(), view -> {
                            throw new Change();
                        }))
                        .isInstanceOf(Change.class);
                insert(client);
                return true;
            });

            assertThat(isThere(client)).isTrue();
            assertThat(invoices()).isEqualTo(1);
        }

        @Test
        @DisplayName("STO-70 the storage says on each thread whether it would join")
        void itSaysWhetherItJoins() {
            assertThat(embedder.joins()).isFalse();
            embedder.transact(true, () -> {
                assertThat(embedder.joins()).isTrue();
                assertThat(elsewhere(embedder::joins)).isFalse();
                return true;
            });
            assertThat(embedder.joins()).isFalse();
        }

        @Test
        @DisplayName("outside of a transaction a unit that fails is undone, and the next finds its connection well")
        void outsideAUnitIsItsOwn() {
            assertThatThrownBy(() -> embedder.storage().write(samples.scope(), unit -> {
                        unit.clients().insert(client);
                        throw new Change();
                    }))
                    .isInstanceOf(Change.class);
            assertThat(isThere(client)).isFalse();

            insert(client);
            assertThat(isThere(client)).isTrue();
        }

        @Test
        @DisplayName("outside of a transaction a unit that reads sees one snapshot")
        void outsideAReadSeesOneSnapshot() {
            embedder.storage().read(samples.scope(), view -> {
                assertThat(view.clients().find(client.id())).isEmpty();
                boolean unused = elsewhere(() -> {
                    insert(client);
                    return true;
                });
                assertThat(view.clients().find(client.id())).isEmpty();
                return true;
            });
            assertThat(isThere(client)).isTrue();
        }

        @Test
        @DisplayName("a closed storage leaves the embedder's connections open")
        void connectionsStayOpen() {
            embedder.close();
            assertThat(invoices()).isZero();
        }

        private void insert(Client inserted) {
            embedder.storage().write(samples.scope(), unit -> {
                unit.clients().insert(inserted);
                return true;
            });
        }

        private boolean isThere(Client looked) {
            return embedder.storage()
                    .read(
                            samples.scope(),
                            view -> view.clients().find(looked.id()).isPresent());
        }

        private static <T> T elsewhere(Supplier<T> work) {
            return CompletableFuture.supplyAsync(work).join();
        }

        private int invoices() {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from invoice")) {
                result.next();
                return result.getInt(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class OnSqlite extends OnEachEngine {
        @TempDir
        private Path folder;

        @Override
        DataSource connections() {
            return SqliteEngine.source(folder.resolve("portal.db"));
        }

        @Test
        @DisplayName("connections that would lose data or hold to no foreign keys are refused by the pragma's name")
        void weakConnectionsAreRefused() {
            assertRefused("foreign_keys = on", config -> config.enforceForeignKeys(false));
            assertRefused("synchronous = full", config -> config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL));
            assertRefused("journal_mode = wal", config -> config.setJournalMode(SQLiteConfig.JournalMode.DELETE));
        }

        private void assertRefused(String pragma, Consumer<SQLiteConfig> weakness) {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.enforceForeignKeys(true);
            weakness.accept(config);
            SQLiteDataSource weak = new SQLiteDataSource(config);
            weak.setUrl("jdbc:sqlite:" + folder.resolve("weak-" + pragma.split(" ")[0] + ".db"));
            JdbcStorageBuilder builder = JdbcStorage.on(weak, Optional::empty).migrate();
            assertThatThrownBy(builder::build)
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining(pragma);
        }
    }

    @Nested
    class OnPostgres extends OnEachEngine {
        @Override
        DataSource connections() throws SQLException {
            return TestPostgres.fresh().connections();
        }
    }
}
