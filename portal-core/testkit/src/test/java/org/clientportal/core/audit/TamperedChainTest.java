package org.clientportal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.clientportal.core.audit.Verification.Flaw;
import org.clientportal.core.audit.Verification.Kind;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with the database file in hand, and every trigger out of the way, changes what happened. */
@Tag("rule:AU-1")
@Tag("promise:P18")
class TamperedChainTest {
    private static final int SEALED = 6;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void sealsSixRecords() {
        try (PortalStorage storage = open()) {
            world = new World(storage);
            for (int i = 2; i < SEALED; i++) {
                world.client("Client " + i);
            }
            new Sealer(world.portal().units()).run(World.START);
            assertThat(world.portal().audit().verify(world.admin())).isEqualTo(verified());
        }
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrRemoveARecord() {
        assertThatThrownBy(() -> run("update portal_audit set action = 'nothing'"))
                .hasMessageContaining("never");
        assertThatThrownBy(() -> run("delete from portal_audit")).hasMessageContaining("never");
        assertThatThrownBy(() -> run("update portal_audit_seal set number = 9")).hasMessageContaining("never");
        assertThatThrownBy(() -> run("delete from portal_audit_seal")).hasMessageContaining("never");
    }

    @Test
    void aChangedRecordIsNamed() {
        tamper("update portal_audit set action = 'client_deleted' where id = " + record(4));

        assertThat(finding().flaw()).get().extracting(Flaw::number, Flaw::kind).containsExactly(4L, Kind.CHANGED);
        assertThat(finding().intact()).isEqualTo(3);
    }

    @Test
    void aRecordTakenOutIsMissing() {
        tamper("delete from portal_audit where id = " + record(3));

        assertThat(finding().flaw()).contains(new Flaw(3, Kind.MISSING, Optional.empty()));
    }

    @Test
    void aRecordTakenOutWithItsSealIsMissing() {
        tamper("delete from portal_audit where id = " + record(3), "delete from portal_audit_seal where number = 3");

        assertThat(finding().flaw()).contains(new Flaw(3, Kind.MISSING, Optional.empty()));
    }

    @Test
    void takingOutTheNewestRecordIsFoundByItsSeal() {
        tamper("delete from portal_audit where id = " + record(SEALED));

        assertThat(finding().flaw()).contains(new Flaw(SEALED, Kind.MISSING, Optional.empty()));
    }

    @Test
    void closingAGapByNumberingAnewIsAChange() {
        tamper(
                "delete from portal_audit where id = " + record(3),
                "delete from portal_audit_seal where number = 3",
                "update portal_audit_seal set number = number - 1 where number > 3");

        assertThat(finding().flaw()).get().extracting(Flaw::number, Flaw::kind).containsExactly(3L, Kind.CHANGED);
    }

    @Test
    void twoRecordsThatChangedPlacesAreAChange() {
        tamper(
                "update portal_audit_seal set number = 99 where number = 2",
                "update portal_audit_seal set number = 2 where number = 5",
                "update portal_audit_seal set number = 5 where number = 99");

        assertThat(finding().flaw()).get().extracting(Flaw::number, Flaw::kind).containsExactly(2L, Kind.CHANGED);
    }

    @Test
    void aChainCutOffAtItsEndIsFoundBySomebodyWhoNotedItsSeal() {
        AuditSeal noted = finding().last().orElseThrow();

        tamper(
                "delete from portal_audit where id = " + record(SEALED),
                "delete from portal_audit_seal where number = " + SEALED);

        assertThat(finding().isWhole()).as("nothing is left to tell").isTrue();
        assertThat(finding(Optional.of(noted)).flaw()).contains(new Flaw(SEALED, Kind.MISSING, Optional.empty()));
    }

    @Test
    void aSealOtherThanTheNotedOneIsAChange() {
        AuditSeal last = finding().last().orElseThrow();
        AuditSeal noted = new AuditSeal(last.record(), last.number(), ChainHash.start(world.practiceId()));

        assertThat(finding(Optional.of(noted)).flaw())
                .contains(new Flaw(SEALED, Kind.CHANGED, Optional.of(last.record())));
    }

    private Verification verified() {
        Verification found = world.portal().audit().verify(world.admin());
        return new Verification(SEALED, found.last(), Optional.empty());
    }

    private Verification finding() {
        return finding(Optional.empty());
    }

    private Verification finding(Optional<AuditSeal> noted) {
        try (PortalStorage storage = open()) {
            World other = new World(storage);
            return other.portal().audit().verify(world.admin(), noted);
        }
    }

    private PortalStorage open() {
        return JdbcStorage.sqlite(folder.resolve("portal.db")).migrate().build();
    }

    private String record(int number) {
        return "(select record_id from portal_audit_seal where number = " + number + ")";
    }

    private void tamper(String... statements) {
        try {
            run("drop trigger portal_audit_kept");
            run("drop trigger portal_audit_not_deleted");
            run("drop trigger portal_audit_seal_kept");
            run("drop trigger portal_audit_seal_not_deleted");
            for (String statement : statements) {
                run(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("portal.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
