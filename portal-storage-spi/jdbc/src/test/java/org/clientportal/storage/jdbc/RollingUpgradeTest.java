package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of three versions in turn on one database: one version back runs with newer tables, two do not. */
class RollingUpgradeTest {
    private static final int THIS = Schema.NEWEST;
    private static final int NEXT = THIS + 1;
    private static final int AFTER_NEXT = THIS + 2;

    abstract static class OnEachEngine {
        @TempDir
        Path folder;

        /** Another empty database. */
        abstract Database fresh() throws SQLException;

        static JdbcStorageBuilder program(int version, Database database) {
            return new JdbcStorageBuilder(database, version);
        }

        @Test
        @DisplayName("a program runs with tables of the next version, and not with those of the one after it")
        void oneVersionBackRuns() throws SQLException {
            Database database = fresh();
            program(THIS, database).migrate();
            program(NEXT, database).migrate();
            program(THIS, database).build().close();
            program(AFTER_NEXT, database).migrate();
            program(NEXT, database).build().close();
            assertThatThrownBy(() -> program(THIS, database).build())
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("version " + AFTER_NEXT)
                    .hasMessageContaining("run a newer program");
        }

        @Test
        @DisplayName("a program does not run with tables of the version before it")
        void olderTablesAreRefused() throws SQLException {
            Database database = fresh();
            program(THIS, database).migrate();
            assertThatThrownBy(() -> program(NEXT, database).build())
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("migrate them first");
        }

        @Test
        @DisplayName("to migrate with the older program leaves newer tables as they are")
        void migratingBackDoesNothing() throws SQLException {
            Database database = fresh();
            program(NEXT, database).migrate();
            assertThat(program(THIS, database).migrate().schemaVersion()).isEqualTo(NEXT);
        }

        @Test
        @DisplayName("rows of the version before are brought up when they are restored, those of the next are refused")
        void restoredAcrossVersions() throws Exception {
            Samples samples = Samples.fresh();
            Database database = fresh();
            try (JdbcStorage storage = program(THIS, database).migrate().build()) {
                storage.write(samples.scope(), unit -> {
                    unit.practices().insert(samples.practice());
                    unit.clients().insert(samples.client("Of before"));
                    return true;
                });
            }
            Path before = Files.createDirectory(folder.resolve("before"));
            RowCopy old = program(THIS, database).backup().take(before, content -> {});
            Database target = fresh();
            try (RestoredRows restored = program(NEXT, target).backup().restore(before, old, Samples.NOW)) {
                assertThatThrownBy(() -> program(NEXT, target).build()).hasMessageContaining("did not come to its end");
                restored.release();
            }
            assertThat(program(NEXT, target).schemaVersion()).isEqualTo(NEXT);

            Path after = Files.createDirectory(folder.resolve("after"));
            RowCopy next = program(NEXT, target).backup().take(after, content -> {});
            assertThat(next.rows()).containsEntry("client", 1L).containsKey("note");
            Database empty = fresh();
            assertThatThrownBy(() -> program(THIS, empty).backup().restore(after, next, Samples.NOW))
                    .isInstanceOf(RestoreRefused.class)
                    .hasMessageContaining("newer than this program");
        }
    }

    @Nested
    class OnSqlite extends OnEachEngine {
        private int databases;

        @Override
        Database fresh() {
            return new SqliteDatabase(folder.resolve("portal" + ++databases + ".db"));
        }
    }

    @Nested
    class OnPostgres extends OnEachEngine {
        @Override
        Database fresh() throws SQLException {
            return new PostgresDatabase(new PostgresLogin(TestPostgres.fresh().url(), "postgres", "postgres"));
        }

        @Test
        @DisplayName("the older program goes on writing while the newer one migrates, and beside it after")
        void olderProgramGoesOn() throws Exception {
            Database database = fresh();
            Samples samples = Samples.fresh();
            try (JdbcStorage older = program(THIS, database).migrate().build();
                    Writer writer = new Writer(older, samples)) {
                writer.awaitMore(20);
                program(NEXT, database).migrate();
                writer.awaitMore(20);
                try (JdbcStorage newer = program(NEXT, database).build()) {
                    Client client = samples.client("Of the newer program");
                    newer.write(samples.scope(), unit -> {
                        unit.clients().insert(client);
                        return true;
                    });
                    writer.awaitMore(20);
                    Set<ClientId> written = writer.stopped();
                    written.add(client.id());
                    Set<ClientId> found = older.read(
                            samples.scope(),
                            view -> view.clients().findAll(written).keySet());
                    assertThat(found).isEqualTo(written).hasSizeGreaterThan(60);
                }
            }
        }
    }

    /** Adds one client after the other, until it is stopped or fails. */
    private static final class Writer implements AutoCloseable {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<ClientId> written = new ArrayList<>();
        private final Future<?> work;

        Writer(JdbcStorage storage, Samples samples) {
            storage.write(samples.scope(), unit -> {
                unit.practices().insert(samples.practice());
                return true;
            });
            work = thread.submit(() -> {
                while (!stopped.get()) {
                    Client client = samples.client("Of the older program");
                    storage.write(samples.scope(), unit -> {
                        unit.clients().insert(client);
                        return true;
                    });
                    synchronized (written) {
                        written.add(client.id());
                        written.notifyAll();
                    }
                }
            });
        }

        void awaitMore(int count) throws InterruptedException {
            synchronized (written) {
                int until = written.size() + count;
                while (written.size() < until && !work.isDone()) {
                    written.wait(100);
                }
            }
        }

        /** What it wrote without a failure. */
        Set<ClientId> stopped() throws Exception {
            stopped.set(true);
            work.get();
            return new HashSet<>(written);
        }

        @Override
        public void close() {
            stopped.set(true);
            thread.shutdown();
        }
    }
}
