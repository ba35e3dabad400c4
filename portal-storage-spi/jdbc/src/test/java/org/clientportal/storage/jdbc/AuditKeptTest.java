package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database itself keeps audit records and their seals as they are, whatever statement comes. */
@Tag("rule:AU-1")
@Tag("promise:P18")
class AuditKeptTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("SQLite refuses to change or delete audit records and seals")
    void onSqlite() throws SQLException {
        Path file = folder.resolve("portal.db");
        try (JdbcStorage storage = JdbcStorage.sqlite(file).migrate().build()) {
            sealedRecord(storage);
            try (Connection connection = SqliteEngine.source(file).getConnection()) {
                assertRefused(connection, "update portal_audit set action = 'x'");
                assertRefused(connection, "delete from portal_audit");
                assertRefused(connection, "update portal_audit_seal set hash = 'x'");
                assertRefused(connection, "delete from portal_audit_seal");
            }
        }
    }

    @Test
    @DisplayName("PostgreSQL refuses to change, delete or truncate audit records and seals")
    void onPostgres() throws SQLException {
        TestPostgres database = TestPostgres.shared();
        try (JdbcStorage storage = database.builder().migrate().build()) {
            sealedRecord(storage);
            try (Connection connection = database.connect()) {
                assertRefused(connection, "update client_portal.audit set action = 'x'");
                assertRefused(connection, "delete from client_portal.audit");
                assertRefused(connection, "truncate client_portal.audit cascade");
                assertRefused(connection, "update client_portal.audit_seal set hash = 'x'");
                assertRefused(connection, "delete from client_portal.audit_seal");
                assertRefused(connection, "truncate client_portal.audit_seal");
            }
        }
    }

    private static void sealedRecord(JdbcStorage storage) {
        Samples samples = Samples.fresh();
        AuditRecord record = samples.audit("signed_in", Principal.system(), Samples.NOW);
        AuditSeal seal = new AuditSeal(record.id(), 1, Sha256.of(new byte[32]));
        storage.write(samples.scope(), unit -> {
            unit.practices().insert(samples.practice());
            unit.audit().append(record);
            unit.audit().seal(seal);
            return true;
        });
        int sealed =
                storage.read(samples.scope(), view -> view.audit().sealed(0, 1).size());
        assertThat(sealed).isEqualTo(1);
    }

    private static void assertRefused(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("are never");
        }
    }
}
