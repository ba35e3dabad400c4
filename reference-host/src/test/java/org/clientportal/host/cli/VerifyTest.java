package org.clientportal.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever is not as it was is found and named. */
@Isolated
class VerifyTest {
    abstract static class OnEachEngine {
        @TempDir
        Path folder;

        DataUnderTest data;
        Document document;

        abstract DataUnderTest data() throws Exception;

        /** Lets the database forget that audit records stay as they are. */
        abstract void disarm() throws SQLException;

        @BeforeEach
        void aPracticeWithDocuments() throws Exception {
            data = data();
            try (Firm firm = Firm.founded(data)) {
                Client client = firm.client("Bakery");
                firm.upload(client, firm.folder(client), "first");
                document = firm.upload(client, firm.folder(client), "second");
                firm.upload(client, firm.folder(client), "");
                firm.host.portal().runJobsOnce();
            }
        }

        private Path bytes() {
            String[] key = document.content().value().split("/");
            return data.config()
                    .files()
                    .resolve(key[0])
                    .resolve(key[1].substring(0, 2))
                    .resolve(key[1]);
        }

        private void finds(String... words) {
            Typed typed = data.portal("verify");
            assertThat(typed.out()).contains(words);
            assertThat(typed.exit()).isEqualTo(1);
        }

        private void findsNothing() {
            Typed typed = data.portal("verify");
            assertThat(typed.out()).contains("Nothing is wrong.").doesNotContain("WRONG");
            assertThat(typed.exit()).isZero();
        }

        private String document() {
            return "document " + document.id() + " of practice ";
        }

        @Test
        @Tag("promise:P25")
        void data_that_is_sound_is_said_to_be() {
            findsNothing();
        }

        @Test
        @Tag("promise:P25")
        void one_changed_byte_is_found_in_its_document() throws IOException {
            Files.writeString(bytes(), "sEcond");
            finds(document(), "its bytes are not those that were uploaded", "1 thing is wrong");
        }

        @Test
        @Tag("promise:P25")
        void a_file_that_grew_is_found() throws IOException {
            Files.writeString(bytes(), "!", StandardOpenOption.APPEND);
            finds(document(), "it has 7 bytes and should have 6", "1 thing is wrong");
        }

        @Test
        @Tag("promise:P25")
        void a_file_that_is_gone_is_found() throws IOException {
            Files.delete(bytes());
            finds(document(), "its bytes are missing", "1 thing is wrong");
        }

        @Test
        @Tag("promise:P25")
        void bytes_that_no_document_names_are_found_once_they_are_a_day_old() throws IOException {
            Path key = bytes().resolveSibling(bytes().getFileName().toString().substring(0, 2) + "0".repeat(30));
            Path strange = Files.writeString(data.config().files().resolve("strange"), "x");
            Files.writeString(key, "x");
            findsNothing();
            FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
            for (Path file : List.of(key, strange, bytes())) {
                Files.setLastModifiedTime(file, before);
            }
            finds("/" + key.getFileName() + ": no document has these bytes", "file strange:", "2 things are wrong");
        }

        @Test
        @Tag("promise:P18")
        void an_audit_record_that_is_gone_is_named_by_its_number() throws SQLException {
            String tables = data.tables();
            String second = "(select record_id from " + tables + "audit_seal where number = 2)";
            String id = data.texts("select record_id from " + tables + "audit_seal where number = 2")
                    .get(0);
            disarm();
            data.sql(lax() + "delete from " + tables + "audit where id = " + second);
            finds("record number 2 is missing", "audit record " + id + " of practice");
        }

        @Test
        @Tag("promise:P18")
        void an_audit_record_that_was_changed_is_named_by_its_number() throws SQLException {
            String tables = data.tables();
            disarm();
            data.sql("update " + tables + "audit set action = 'signed_in' where id = (select record_id from " + tables
                    + "audit_seal where number = 2)");
            finds("record number 2", "is not what was sealed", "1 thing is wrong");
        }

        @Test
        @Tag("promise:P18")
        void a_trail_that_was_cut_off_at_its_end_is_found_by_an_earlier_backup() throws SQLException {
            Path backup = folder.resolve("backup");
            assertThat(data.portal("backup", backup).exit()).isZero();
            String tables = data.tables();
            String last = "(select max(number) from " + tables + "audit_seal)";
            String id = data.texts("select record_id from " + tables + "audit_seal where number = " + last)
                    .get(0);
            disarm();
            data.sql(
                    "delete from " + tables + "audit_seal where number = " + last,
                    "delete from " + tables + "audit where id = '" + id + "'");
            findsNothing();
            Typed typed = data.portal("verify", "--backup", backup);
            assertThat(typed.out()).contains("is missing");
            assertThat(typed.exit()).isEqualTo(1);
        }

        @Test
        @Tag("promise:P18")
        void a_record_that_was_taken_away_before_it_had_a_seal_is_found() throws SQLException {
            String tables = data.tables();
            disarm();
            data.sql("insert into " + tables + "audit_unsealed (practice_id, at, record_id) select practice_id, 1, "
                    + "'01a2132c-a5e4-702f-a603-a79522d26181' from " + tables + "practice");
            finds("audit record 01a2132c-a5e4-702f-a603-a79522d26181", "is gone before it was sealed");
        }

        @Test
        void a_row_that_refers_to_nothing_is_found() throws SQLException {
            data.sql(lax() + "delete from " + data.tables() + "folder");
            finds("document refers to", "folder that are not there");
        }

        /** What lets rows go that others refer to. */
        private String lax() {
            return data.isSqlite() ? "" : "set session_replication_role = replica; ";
        }
    }

    @Nested
    class OnSqlite extends OnEachEngine {
        @Override
        DataUnderTest data() throws IOException {
            return DataUnderTest.onSqlite(folder);
        }

        @Override
        void disarm() throws SQLException {
            for (String trigger : data.texts("select name from sqlite_schema where type = 'trigger'")) {
                data.sql("drop trigger " + trigger);
            }
        }
    }

    @Nested
    @Tag("full")
    class OnPostgres extends OnEachEngine {
        @Override
        DataUnderTest data() throws Exception {
            return DataUnderTest.onPostgres(folder);
        }

        @Override
        void disarm() throws SQLException {
            data.sql(
                    "alter table client_portal.audit disable trigger user",
                    "alter table client_portal.audit_seal disable trigger user");
        }
    }
}
