package org.clientportal.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.DocumentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Backup, restore and verify with row-level security on, as the roles that the documentation names for each. */
@Isolated
@Tag("full")
@Tag("promise:P13")
@Tag("promise:P29")
class BackupWithRowLevelSecurityTest {
    private final String suffix = UUID.randomUUID().toString().replace("-", "");
    private final String owner = "owner_" + suffix;
    private final String program = "program_" + suffix;
    private final String keeper = "keeper_" + suffix;

    @TempDir
    private Path folder;

    private Path password;
    private DataUnderTest live;

    @BeforeEach
    void threeRolesAndADatabase() throws IOException, SQLException {
        password = Files.writeString(folder.resolve("password"), "s3cret\n");
        live = DataUnderTest.onPostgres(folder.resolve("live"));
        live.sql(
                "create role " + owner + " login password 's3cret'",
                "create role " + program + " login password 's3cret'",
                "create role " + keeper + " login bypassrls password 's3cret'");
    }

    @Test
    void a_backup_that_a_role_took_which_sees_every_row_is_put_back_by_the_owner_and_guarded_again() throws Exception {
        // given
        ownedByTheOwner(live);
        Path backup = folder.resolve("backup");
        DocumentId document;
        String session;
        try (Firm firm = Firm.founded(asProgram(live))) {
            Client client = firm.client("Bakery");
            Contact jane = firm.contact(client, "jane");
            document = firm.upload(client, firm.folder(client), "kept").id();
            session = firm.signedIn(jane);
            readable(live);

            // when the program itself, or the owner, looks after everything
            // then each is held by the policies, and says so instead of leaving rows out
            for (DataUnderTest held : new DataUnderTest[] {asProgram(live), asOwner(live)}) {
                BackupTest.refused(held.portal("backup", folder.resolve("never")), "row-level security");
                BackupTest.refused(held.portal("verify"), "row-level security");
            }
            assertThat(folder.resolve("never/manifest.json")).doesNotExist();

            // when
            Typed taken = asKeeper(live).portal("backup", backup);
            // then
            assertThat(taken.err()).isEmpty();
            assertThat(taken.out()).contains("Nothing is wrong.");
            assertThat(asKeeper(live).portal("verify", "--backup", backup)).returns(0, Typed::exit);
        }

        // when
        DataUnderTest restored = DataUnderTest.onPostgres(folder.resolve("restored"));
        ownedByTheOwner(restored);
        Files.createDirectories(restored.config().data());
        Files.copy(live.config().keysFile(), restored.config().keysFile());
        Typed put = asOwner(restored).portal("restore", backup);
        assertThat(put.err()).isEmpty();
        assertThat(put.exit()).isZero();

        // then the program cannot serve it before it is guarded
        BackupTest.refused(asProgram(restored).portal("verify"), "permission denied");
        assertThat(asProgram(restored).portal("migrate").exit()).isZero();
        readable(restored);
        assertThat(asKeeper(restored).portal("verify", "--backup", backup)).returns(0, Typed::exit);
        try (Firm firm = Firm.reopened(asProgram(restored))) {
            assertThat(firm.text(document)).isEqualTo("kept");
            assertThat(firm.asked(session)).isEqualTo(401);
        }
        assertThat(restored.texts("select count(*) from pg_class where relnamespace = 'client_portal'::regnamespace"
                        + " and relname = 'document' and relrowsecurity and relforcerowsecurity"))
                .containsExactly("1");
    }

    private void ownedByTheOwner(DataUnderTest data) throws SQLException {
        data.sql("do $$ begin execute format('alter database %I owner to " + owner + "', current_database()); end $$");
    }

    private void readable(DataUnderTest data) throws SQLException {
        data.sql(
                "grant usage on schema client_portal to " + keeper,
                "grant select on all tables in schema client_portal to " + keeper);
    }

    private DataUnderTest asProgram(DataUnderTest data) throws IOException {
        return data.as(
                program,
                password,
                "owner-user: " + owner + ", owner-password-file: " + password + ", row-level-security: on");
    }

    private DataUnderTest asOwner(DataUnderTest data) throws IOException {
        return data.as(owner, password, "row-level-security: off");
    }

    private DataUnderTest asKeeper(DataUnderTest data) throws IOException {
        return data.as(keeper, password, "row-level-security: off");
    }
}
