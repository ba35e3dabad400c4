package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of kills rely on sees whatever a kill could do, and names it. */
@Tag("full")
class EvidenceTest {
    @TempDir
    private static Path folder;

    private static Site site;
    private static Path asKilled;
    private static Journal journal;
    /** A document that is there, one that was deleted, and a client that was renamed. */
    private static String kept;

    private static String deleted;
    private static String renamed;

    @BeforeAll
    static void killAHostInTraffic() throws Exception {
        journal = new Journal(folder.resolve("journal"));
        try (Post post = new Post()) {
            site = Site.sqlite(folder.resolve("site"), post.port());
            try (HostProcess host = site.start()) {
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                Traffic traffic = Traffic.begin(olivia, journal, new AtomicLong(), 1);
                try (traffic) {
                    HostProcess.await("some of everything", EvidenceTest::someOfEverything);
                    host.kill();
                }
                assertThat(traffic.surprises()).isEmpty();
            }
        }
        kept = journal.uploads().keySet().stream()
                .filter(id -> !journal.mayBeDeleted(id))
                .findFirst()
                .orElseThrow();
        deleted = journal.deletions().iterator().next();
        renamed = journal.names().keySet().iterator().next();
        asKilled = folder.resolve("as-killed");
        copy(site.data(), asKilled);
    }

    private static boolean someOfEverything() {
        return journal.uploads().size() > 10
                && !journal.deletions().isEmpty()
                && !journal.names().isEmpty();
    }

    @AfterAll
    static void close() throws IOException {
        journal.close();
    }

    @BeforeEach
    void isAsItWasKilled() throws IOException {
        delete(site.data());
        copy(asKilled, site.data());
    }

    @Test
    void nothing_is_wrong_after_the_kill_itself() throws Exception {
        assertThat(flaws()).isEmpty();
    }

    @Test
    void bytes_that_were_lost_are_named() throws Exception {
        Path file = bytesOf(kept);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() - 1);
        }
        assertThat(flaws()).containsExactly("other bytes: document " + kept);

        Files.write(file, new byte[0]);
        assertThat(flaws()).containsExactly("other bytes: document " + kept);

        Files.delete(file);
        assertThat(flaws()).containsExactly("no bytes: document " + kept);
    }

    @Test
    void bytes_that_were_lost_after_they_were_found_whole_are_named() throws Exception {
        Evidence evidence = new Evidence(site.config());
        assertThat(evidence.flaws(journal)).isEmpty();

        Path file = bytesOf(kept);
        Files.write(file, new byte[0]);
        assertThat(evidence.flaws(journal)).containsExactly("other bytes: document " + kept);

        Files.delete(file);
        assertThat(evidence.flaws(journal)).containsExactly("no bytes: document " + kept);
    }

    @Test
    void a_byte_that_changed_is_named() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(bytesOf(kept).toFile(), "rw")) {
            file.seek(file.length() / 2);
            int old = file.read();
            file.seek(file.length() / 2);
            file.write(old ^ 1);
        }
        assertThat(flaws()).containsExactly("other bytes: document " + kept);
    }

    @Test
    void bytes_of_nobody_are_named() throws Exception {
        Path file = bytesOf(kept);
        Path stray = Files.copy(file, file.resolveSibling(file.getFileName() + "f"));
        assertThat(flaws())
                .containsExactly("bytes of nobody: " + practice(stray).getFileName() + "/" + stray.getFileName());
    }

    @Test
    void an_acknowledged_document_that_is_gone_is_named() throws Exception {
        sql("delete from portal_document where id = '" + kept + "'");
        assertThat(flaws())
                .contains("lost: document " + kept, "recorded, and not there: " + kept)
                .anyMatch(flaw -> flaw.startsWith("bytes of nobody: "))
                .hasSize(3);
    }

    @Test
    void an_acknowledged_client_that_is_gone_is_named() throws Exception {
        sql("delete from portal_client where id = '" + renamed + "'");
        assertThat(flaws()).contains("lost: client " + renamed).anyMatch(flaw -> flaw.startsWith("foreign key: "));
    }

    @Test
    void an_acknowledged_document_that_is_another_is_named() throws Exception {
        sql("update portal_document set size = size + 1 where id = '" + kept + "'");
        assertThat(flaws()).containsExactly("changed: document " + kept, "other bytes: document " + kept);
    }

    @Test
    void an_older_name_is_named_and_one_that_nobody_gave() throws Exception {
        long acknowledged = journal.names().get(renamed);
        sql("update portal_client set name = 'Renamed " + (acknowledged - 1) + "' where id = '" + renamed + "'");
        assertThat(flaws())
                .containsExactly("client " + renamed + " is called Renamed " + (acknowledged - 1) + ", not "
                        + acknowledged + " or newer");

        long never = journal.newestNameAsked(renamed) + 1;
        sql("update portal_client set name = 'Renamed " + never + "' where id = '" + renamed + "'");
        assertThat(flaws())
                .containsExactly(
                        "client " + renamed + " is called Renamed " + never + ", not " + acknowledged + " or newer");
    }

    @Test
    void a_deletion_that_was_undone_is_named_and_one_that_nobody_asked_for() throws Exception {
        sql("update portal_document set trashed_at = null where id = '" + deleted + "'");
        assertThat(flaws()).containsExactly("lost: the deletion of document " + deleted);

        sql("update portal_document set trashed_at = 1 where id in ('" + kept + "', '" + deleted + "')");
        assertThat(flaws()).containsExactly("deleted by nobody: document " + kept);
    }

    @Test
    void half_of_an_upload_that_nobody_acknowledged_is_named() throws Exception {
        String half = "11111111-1111-7111-8111-111111111111";
        copyRow("portal_document", kept, half);
        assertThat(flaws()).containsExactly("not recorded: " + half);

        sql("delete from portal_document where id = '" + half + "'");
        copyRow("portal_audit", recordOf(kept), half);
        sql(
                "drop trigger portal_audit_kept",
                "update portal_audit set object_id = '" + half + "' where id = '" + half + "'");
        assertThat(flaws()).containsExactly("recorded, and not there: " + half);

        sql("update portal_audit set object_id = '" + kept + "' where id = '" + half + "'");
        assertThat(flaws()).containsExactly("recorded twice: " + kept);
    }

    @Test
    void half_of_a_client_that_nobody_acknowledged_is_named() throws Exception {
        String half = "22222222-2222-7222-8222-222222222222";
        copyRow("portal_client", renamed, half);
        assertThat(flaws()).containsExactly("not recorded: " + half, "client " + half + " has 0 folders");
    }

    @Test
    void a_damaged_database_is_named() throws Exception {
        // An index that lacks a row, as a write of which half arrived.
        sql(
                "pragma writable_schema = on",
                "update sqlite_schema set sql = replace(sql, 'where trashed_at is null', 'where trashed_at is not null')"
                        + " where name = 'portal_document_all'");
        assertThat(flaws()).isNotEmpty().allMatch(flaw -> flaw.startsWith("integrity: "));
    }

    private static List<String> flaws() throws SQLException, IOException {
        return new Evidence(site.config()).flaws(journal);
    }

    private static void copyRow(String table, String id, String other) throws SQLException {
        sql(
                "create temp table copied as select * from " + table + " where id = '" + id + "'",
                "update copied set id = '" + other + "'",
                "insert into " + table + " select * from copied");
    }

    private static String recordOf(String document) throws SQLException {
        return text(
                "select id from portal_audit where action = 'document_uploaded' and object_id = '" + document + "'");
    }

    private static Path bytesOf(String document) throws SQLException {
        String[] key = text("select content from portal_document where id = '" + document + "'")
                .split("/", 2);
        return site.config()
                .files()
                .resolve(key[0])
                .resolve(key[1].substring(0, 2))
                .resolve(key[1]);
    }

    private static Path practice(Path bytes) {
        return bytes.getParent().getParent();
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = new Evidence(site.config()).connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = new Evidence(site.config()).connect();
                Statement statement = connection.createStatement()) {
            return statement.executeQuery(sql).getString(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
