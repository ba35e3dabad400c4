package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Folder;
import org.clientportal.model.outbox.Lane;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's own second layer: what the program's role cannot do, whatever its statements say. */
@Tag("promise:P13")
class RowLevelSecurityTest {
    private static final Samples MINE = Samples.fresh();
    private static final Samples THEIRS = Samples.fresh();

    private static TestRoles roles;

    @BeforeAll
    static void fill() throws SQLException {
        roles = TestRoles.fresh();
        roles.asOwner().rowLevelSecurity(RowLevelSecurity.ON).migrate();
        try (JdbcStorage storage = open()) {
            for (Samples samples : List.of(MINE, THEIRS)) {
                storage.write(samples.scope(), unit -> {
                    unit.practices().insert(samples.practice());
                    Client client = samples.client("Joe's Diner");
                    Folder folder = samples.folder(client, "Bills");
                    unit.clients().insert(client);
                    unit.folders().insert(folder);
                    unit.documents().insert(samples.document(folder, "bill.pdf"));
                    unit.outbox().insert(samples.message(Lane.NOTICE, "notice", Optional.empty(), Samples.NOW));
                    unit.audit().append(samples.audit("signed_in", Principal.system(), Samples.NOW));
                    return true;
                });
            }
        }
    }

    private static JdbcStorage open() {
        return roles.asApp().rowLevelSecurity(RowLevelSecurity.ON).build();
    }

    @Test
    @DisplayName("a statement that forgets to ask for the practice sees its own rows alone, in every table")
    void withoutTheConditionNothingOfOthersIsSeen() throws SQLException {
        try (Connection connection = roles.connectAsApp()) {
            reach(connection, MINE.practice().id().toString(), "off");
            for (String table : practiceTables(connection)) {
                assertThat(practicesSeen(connection, table))
                        .as(table)
                        .isSubsetOf(MINE.practice().id().toString());
            }
            assertThat(practicesSeen(connection, "client")).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "a statement that forgets to ask changes and deletes nothing of another practice's, and adds nothing to it")
    void withoutTheConditionNothingOfOthersIsChanged() throws SQLException {
        try (Connection connection = roles.connectAsApp()) {
            reach(connection, MINE.practice().id().toString(), "off");
            assertThat(change(connection, "update client_portal.client set name = 'x'"))
                    .isEqualTo(1);
            assertThat(change(connection, "delete from client_portal.outbox")).isEqualTo(1);
            assertThatThrownBy(() -> change(
                            connection,
                            "insert into client_portal.attempt_key values ('"
                                    + THEIRS.practice().id() + "', 'k')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    @DisplayName("a transaction that does not say what it reaches sees nothing at all in any table, be it the owner's")
    void whoSaysNothingSeesNothing() throws SQLException {
        try (Connection app = roles.connectAsApp();
                Connection owner = roles.connectAsOwner()) {
            List<String> tables = practiceTables(owner);
            assertThat(tables).hasSizeGreaterThan(15);
            for (String table : tables) {
                assertThat(practicesSeen(app, table)).as(table).isEmpty();
                assertThat(practicesSeen(owner, table)).as(table).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("what goes across practices sees only what it names, and changes claims alone")
    void acrossPracticesIsNarrow() throws SQLException {
        try (Connection connection = roles.connectAsApp()) {
            reach(connection, "", "on");
            Set<String> seen = new TreeSet<>();
            for (String table : practiceTables(connection)) {
                if (!practicesSeen(connection, table).isEmpty()) {
                    seen.add(table);
                }
            }
            assertThat(seen).containsExactly("audit_unsealed", "outbox", "practice");
            assertThat(change(connection, "update client_portal.practice set name = 'x'"))
                    .isZero();
            assertThat(change(connection, "delete from client_portal.outbox")).isZero();
        }
    }

    @Test
    @DisplayName("a unit of one practice reaches no other's rows, not even those that go across practices for some")
    void aUnitReachesItsPracticeAlone() {
        try (JdbcStorage storage = open()) {
            for (String table : List.of("practice", "client", "outbox", "audit_unsealed")) {
                List<UUID> seen = storage.write(
                        MINE.scope(),
                        unit -> ((PracticeUnit) unit)
                                .unit()
                                .list(Row::uuid, "select distinct practice_id from {" + table + "}"));
                assertThat(seen).as(table).containsExactly(MINE.practice().id().value());
            }
        }
    }

    @Test
    @Tag("promise:P18")
    @DisplayName("the program's role can add audit records and read them, and neither change nor delete one")
    void auditIsOnlyAdded() throws SQLException {
        AuditRecord record = MINE.audit("signed_in", Principal.system(), Samples.NOW);
        try (JdbcStorage storage = open()) {
            storage.write(MINE.scope(), unit -> {
                unit.audit().append(record);
                return true;
            });
        }
        try (Connection connection = roles.connectAsApp()) {
            reach(connection, MINE.practice().id().toString(), "off");
            assertDenied(connection, "update client_portal.audit set action = 'x'");
            assertDenied(connection, "delete from client_portal.audit");
            assertDenied(connection, "truncate client_portal.audit");
            assertDenied(connection, "update client_portal.audit_seal set hash = 'x'");
            assertDenied(connection, "delete from client_portal.audit_seal");
            assertDenied(connection, "drop trigger audit_kept on client_portal.audit");
            assertDenied(connection, "alter table client_portal.audit no force row level security");
            assertThat(practicesSeen(connection, "audit")).hasSize(1);
        }
    }

    @Test
    @Tag("promise:P18")
    @DisplayName("without row-level security too, the program's role can only add and read audit records")
    void auditIsOnlyAddedWithoutPoliciesToo() throws SQLException {
        TestRoles plain = TestRoles.fresh();
        plain.asOwner().migrate();
        try (JdbcStorage storage = plain.asApp().build();
                Connection connection = plain.connectAsApp()) {
            storage.write(MINE.scope(), unit -> {
                unit.practices().insert(MINE.practice());
                unit.audit().append(MINE.audit("signed_in", Principal.system(), Samples.NOW));
                return true;
            });
            assertDenied(connection, "update client_portal.audit set action = 'x'");
            assertDenied(connection, "delete from client_portal.audit");
        }
    }

    @Test
    @DisplayName("a superuser, an owner and a role with BYPASSRLS are refused, each told why")
    void rolesThatEscapeAreRefused() throws SQLException {
        assertRefused(roles.database().builder().rowLevelSecurity(RowLevelSecurity.ON), "is a superuser");
        assertRefused(roles.asOwner().rowLevelSecurity(RowLevelSecurity.ON), "owns the tables");
        TestRoles bypassing = TestRoles.fresh();
        try (Connection connection = bypassing.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + bypassing.app() + " bypassrls");
        }
        bypassing.asOwner().rowLevelSecurity(RowLevelSecurity.ON).migrate();
        assertRefused(bypassing.asApp().rowLevelSecurity(RowLevelSecurity.ON), "has BYPASSRLS");
    }

    @Test
    @DisplayName("tables without it, or with it unwanted, are refused, and told what to do")
    void halfOfItIsRefused() throws SQLException {
        assertRefused(roles.asApp(), "switch it on here too");
        TestRoles plain = TestRoles.fresh();
        plain.asOwner().migrate();
        assertRefused(plain.asApp().rowLevelSecurity(RowLevelSecurity.ON), "migrate with it switched on");
    }

    @Test
    @DisplayName("a role that owns the tables cannot be the program's, and one that is not there is told")
    void theProgramsRoleIsAnother() throws SQLException {
        TestRoles fresh = TestRoles.fresh();
        assertThatThrownBy(() -> fresh.asOwner().appRole(fresh.owner()).migrate())
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("must be another");
        assertThatThrownBy(() -> fresh.asOwner().appRole("nobody_here").migrate())
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("nobody_here");
    }

    @Test
    @DisplayName("SQLite has no such thing, and says so")
    void notOnSqlite(@TempDir Path folder) {
        JdbcStorageBuilder builder =
                JdbcStorage.sqlite(folder.resolve("portal.db")).rowLevelSecurity(RowLevelSecurity.ON);
        assertThatIllegalStateException().isThrownBy(builder::migrate).withMessageContaining("only PostgreSQL");
    }

    private static void assertRefused(JdbcStorageBuilder builder, String why) {
        assertThatThrownBy(builder::build).isInstanceOf(SchemaMismatch.class).hasMessageContaining(why);
    }

    private static void assertDenied(Connection connection, String sql) {
        assertThatThrownBy(() -> change(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    /** As a unit does, yet for the whole session. */
    private static void reach(Connection connection, String practice, String system) throws SQLException {
        String sql = "select set_config('portal.practice', ?, false), set_config('portal.system', ?, false)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, practice);
            statement.setString(2, system);
            statement.execute();
        }
    }

    private static List<String> practiceTables(Connection connection) throws SQLException {
        return texts(
                connection,
                "select table_name from information_schema.columns"
                        + " where table_schema = 'client_portal' and column_name = 'practice_id'");
    }

    private static List<String> practicesSeen(Connection connection, String table) throws SQLException {
        return texts(connection, "select distinct practice_id from client_portal." + table);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    /** Tried, told and undone. */
    private static int change(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
