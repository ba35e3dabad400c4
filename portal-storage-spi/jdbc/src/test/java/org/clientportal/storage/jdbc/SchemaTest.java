package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which schemas the program makes, accepts and refuses, and what it says. */
class SchemaTest {
    /** Alike on each engine, every test on a database of its own. */
    abstract static class OnEachEngine {
        abstract JdbcStorageBuilder builder();

        abstract Connection connect() throws SQLException;

        abstract String tablePrefix();

        abstract String history();

        @Test
        @DisplayName("a database without the tables is refused, and told to migrate it")
        void notMigrated() {
            assertThatThrownBy(() -> builder().build())
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("no portal tables in")
                    .hasMessageContaining("migrate it first");
        }

        @Test
        @DisplayName("to migrate twice changes nothing and keeps the data")
        void migratingAgainKeepsData() {
            Samples samples = Samples.fresh();
            try (JdbcStorage storage = builder().migrate().build()) {
                storage.write(samples.scope(), unit -> {
                    unit.practices().insert(samples.practice());
                    return true;
                });
            }
            JdbcStorageBuilder again = builder().migrate();
            assertThat(again.schemaVersion()).isEqualTo(Schema.NEWEST);
            try (JdbcStorage storage = again.build()) {
                boolean kept = storage.system(
                        unit -> unit.practiceBySlug(samples.practice().slug()).isPresent());
                assertThat(kept).isTrue();
            }
        }

        @Test
        @DisplayName("a schema newer than the program is refused, and told to run a newer program")
        void newerSchemaIsRefused() throws SQLException {
            builder().migrate();
            migratedTo(Schema.NEWEST + 1);
            assertThatThrownBy(() -> builder().build())
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("version " + (Schema.NEWEST + 1))
                    .hasMessageContaining("run a newer program");
        }

        @Test
        @DisplayName("a newer schema that says it runs with this program is accepted, so that two nodes roll")
        void newerSchemaMayBeFit() throws SQLException {
            builder().migrate();
            migratedTo(Schema.NEWEST + 1);
            execute("insert into " + tablePrefix() + "schema_compatibility values (" + (Schema.NEWEST + 1) + ", "
                    + Schema.NEWEST + ")");
            assertThat(builder().schemaVersion()).isEqualTo(Schema.NEWEST + 1);
            builder().build().close();
        }

        @Test
        @DisplayName("a schema made by other scripts is refused when it is migrated")
        void otherScriptsAreRefused() throws SQLException {
            builder().migrate();
            execute("update " + history() + " set checksum = 1 where version = '1'");
            assertThatThrownBy(() -> builder().migrate())
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("cannot migrate");
        }

        @Test
        @DisplayName("tables of an embedder in the same database are left alone")
        void othersTablesStay() throws SQLException {
            execute("create table invoice (id integer)");
            builder().migrate().build().close();
            execute("insert into invoice values (1)");
        }

        @Test
        @DisplayName("D8 practice_id leads every key of every table")
        void practiceLeadsEveryKey() throws SQLException {
            builder().migrate();
            List<String> keys = keyColumns();
            assertThat(keys).hasSizeGreaterThan(30).allMatch(columns -> columns.startsWith("practice_id"));
        }

        /** The columns of each primary, unique and foreign key, but for what is found across practices on purpose. */
        abstract List<String> keyColumns() throws SQLException;

        final List<String> texts(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                List<String> texts = new ArrayList<>();
                while (result.next()) {
                    texts.add(result.getString(1));
                }
                return texts;
            }
        }

        private void migratedTo(int version) throws SQLException {
            execute("insert into " + history()
                    + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                    + " values (90, '" + version + "', 'later', 'SQL', 'V2__later.sql', 'test', 1, true)");
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Nested
    class OnSqlite extends OnEachEngine {
        @TempDir
        private Path folder;

        private Path file() {
            return folder.resolve("portal.db");
        }

        @Override
        JdbcStorageBuilder builder() {
            return JdbcStorage.sqlite(file());
        }

        @Override
        Connection connect() throws SQLException {
            return SqliteEngine.source(file()).getConnection();
        }

        @Override
        String tablePrefix() {
            return "portal_";
        }

        @Override
        String history() {
            return "portal_schema_history";
        }

        @Override
        List<String> keyColumns() throws SQLException {
            String ours = " from sqlite_schema t, ";
            String where = " where t.type = 'table' and t.name like 'portal\\_%' escape '\\'"
                    + " and t.name not in ('portal_lease', 'portal_schema_history', 'portal_schema_compatibility')";
            List<String> keys = new ArrayList<>(texts("select group_concat(\"from\")" + ours
                    + "pragma_foreign_key_list(t.name) k" + where + " group by t.name, k.id"));
            keys.addAll(
                    texts(
                            "select (select group_concat(name) from pragma_index_info(k.name))" + ours
                                    + "pragma_index_list(t.name) k" + where + " and k.\"unique\""
                                    + " and k.name not in ('portal_practice_slug', 'portal_practice_host', 'portal_practice_external_id')"));
            return keys;
        }

        @Test
        @DisplayName("to look at a file that is not there does not make it")
        void lookingMakesNoFile() {
            assertThatThrownBy(() -> builder().schemaVersion()).isInstanceOf(SchemaMismatch.class);
            assertThat(file()).doesNotExist();
        }

        @Test
        @DisplayName("a folder that is not there is named")
        void aMissingFolderIsNamed() {
            Path missing = folder.resolve("missing");
            assertThatThrownBy(() ->
                            JdbcStorage.sqlite(missing.resolve("portal.db")).migrate())
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining(missing.toString());
        }

        @Test
        @DisplayName("a file that is no database is named")
        void aFileOfSomethingElseIsNamed() throws Exception {
            Files.writeString(file(), "not a database, and long enough to be read as a page of one ".repeat(50));
            assertThatThrownBy(() -> builder().migrate())
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining(file().toString());
            assertThatThrownBy(() -> builder().build())
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining(file().toString());
        }
    }

    @Nested
    class OnPostgres extends OnEachEngine {
        private TestPostgres database;

        @BeforeEach
        void create() throws SQLException {
            database = TestPostgres.fresh();
        }

        @Override
        JdbcStorageBuilder builder() {
            return database.builder();
        }

        @Override
        Connection connect() throws SQLException {
            return database.connect();
        }

        @Override
        String tablePrefix() {
            return "client_portal.";
        }

        @Override
        String history() {
            return "client_portal.portal_schema_history";
        }

        @Override
        List<String> keyColumns() throws SQLException {
            List<String> keys = new ArrayList<>(texts("select substring(pg_get_constraintdef(oid) from '\\((.*?)\\)')"
                    + " from pg_constraint where connamespace = 'client_portal'::regnamespace and contype = 'f'"));
            keys.addAll(texts("select substring(indexdef from '\\((.*?)\\)') from pg_indexes"
                    + " where schemaname = 'client_portal' and indexdef like 'CREATE UNIQUE%'"
                    + " and tablename not in ('lease', 'portal_schema_history', 'schema_compatibility')"
                    + " and indexname not in ('practice_slug', 'practice_host', 'practice_external_id')"));
            return keys;
        }

        @Test
        @DisplayName("a server that is not there is told, without the password")
        void aMissingServerIsTold() {
            JdbcStorageBuilder nowhere =
                    JdbcStorage.postgres("jdbc:postgresql://localhost:1/portal?password=s3cret", "portal", "s3cret");
            assertThatThrownBy(nowhere::migrate)
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("cannot migrate portal at jdbc:postgresql://localhost:1/portal")
                    .hasMessageNotContaining("s3cret");
            assertThatThrownBy(nowhere::build)
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("cannot open portal at jdbc:postgresql://localhost:1/portal")
                    .hasMessageNotContaining("s3cret");
        }

        @Test
        @DisplayName("a user and password in the address come before those beside it")
        void theAddressMayNameTheUser() {
            String separator = database.url().contains("?") ? "&" : "?";
            String url =
                    database.url().contains("user=") ? database.url() : database.url() + separator + "user=postgres";
            JdbcStorage.postgres(url, "nobody", "").migrate().build().close();
        }
    }
}
