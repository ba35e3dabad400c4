package org.clientportal.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Folder;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.PageRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A backup is taken under load and put back where nothing is (P29). */
@Isolated
@Tag("promise:P29")
class BackupTest {
    abstract static class OnEachEngine {
        @TempDir
        Path folder;

        abstract DataUnderTest data(String name) throws Exception;

        @Test
        @Tag("promise:P6")
        @Tag("promise:P12")
        void a_backup_under_load_restores_to_all_that_was_acknowledged_before_it() throws Exception {
            DataUnderTest live = data("live");
            Path backup = folder.resolve("backup");
            Map<DocumentId, String> before;
            String session;
            String ended;
            String link;
            Contact jane;
            Contact joe;
            try (Firm firm = Firm.founded(live)) {
                Client client = firm.client("Bakery");
                jane = firm.contact(client, "jane");
                joe = firm.contact(client, "joe");
                session = firm.signedIn(jane);
                link = firm.link(joe);
                assertThat(firm.asked(session)).isEqualTo(200);
                assertThat(firm.askedByCookie(session)).isEqualTo(200);
                ended = firm.signedIn(firm.contact(client, "jim"));
                firm.signOut(ended);
                assertThat(firm.asked(ended)).isEqualTo(401);
                try (Load load = new Load(firm, client, jane)) {
                    load.awaitWritesOfEach(10);
                    before = load.acknowledged();
                    Typed typed = live.portal("backup", backup);
                    assertThat(typed.out()).contains("Nothing is wrong.", "keys file is not in it");
                    assertThat(typed.exit()).isZero();
                    load.awaitWritesOfEach(10);
                }
                assertThat(live.portal("verify")).returns(0, Typed::exit);
            }
            assertThat(filesWith(backup, "earlier 7")).hasSize(1);
            assertThat(filesWith(backup, session)).isEmpty();
            assertThat(filesWith(backup, link)).isEmpty();

            DataUnderTest restored = data("restored");
            Files.createDirectories(restored.config().data());
            Files.copy(live.config().keysFile(), restored.config().keysFile());
            Typed typed = restored.portal("restore", backup);
            assertThat(typed.err()).isEmpty();
            assertThat(typed.exit()).isZero();

            Typed verified = restored.portal("verify", "--backup", backup);
            assertThat(verified.out()).contains("Nothing is wrong.").doesNotContain("WRONG");
            assertThat(verified.exit()).isZero();
            try (Firm firm = Firm.reopened(restored)) {
                Map<DocumentId, String> after = new HashMap<>();
                for (DocumentId id : before.keySet()) {
                    after.put(id, firm.text(id));
                }
                assertThat(after).hasSizeGreaterThan(20).isEqualTo(before);
                assertThat(firm.asked(session)).isEqualTo(401);
                assertThat(firm.askedByCookie(session)).isEqualTo(401);
                assertThat(firm.asked(ended)).isEqualTo(401);
                assertThat(firm.redeem(link, joe).statusCode()).isEqualTo(409);
                assertThat(firm.redeem(link, joe).body()).contains("link_revoked");
                assertThat(recorded(firm, "backup_restored")).isEqualTo(1);
                assertThat(firm.asked(firm.signedIn(jane))).isEqualTo(200);
            }
        }

        /** Where in a folder a text lies in the clear. */
        static List<Path> filesWith(Path folder, String text) throws IOException {
            List<Path> found = new ArrayList<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                        found.add(file);
                    }
                }
            }
            return found;
        }

        private static int recorded(Firm firm, String action) {
            AuditQuery query = new AuditQuery(
                    Optional.empty(), Optional.empty(), Optional.of(action), Optional.empty(), PageRequest.first(20));
            return firm.host.portal().audit().list(firm.firm, query).items().size();
        }

        @Test
        void what_was_queued_is_sent_to_nobody_after_a_restore() throws Exception {
            DataUnderTest live = data("live");
            Path backup = folder.resolve("backup");
            try (Firm firm = Firm.founded(live)) {
                Client client = firm.client("Bakery");
                firm.link(firm.contact(client, "jane"));
                firm.link(firm.contact(client, "joe"));
            }
            // As if both mails had still waited: one with a link, one without.
            String queued = "update " + live.tables() + "outbox set state = 'QUEUED', settled_at = null, due_at = 0,"
                    + " expires_at = null, sealed_secret = ";
            live.sql(
                    queued + "'k1.AAAA'",
                    queued + "null where created_at = (select min(created_at) from " + live.tables() + "outbox)");
            assertThat(live.portal("backup", backup).exit()).isZero();
            DataUnderTest restored = data("restored");
            assertThat(restored.portal("restore", backup).exit()).isZero();
            try (Firm firm = Firm.reopened(restored)) {
                firm.host.portal().runJobsOnce();
                assertThat(firm.mails()).isEmpty();
                assertThat(restored.texts("select state from " + restored.tables() + "outbox"))
                        .containsExactlyInAnyOrder("DROPPED", "FAILED");
                assertThat(restored.texts("select sealed_secret from " + restored.tables()
                                + "outbox where sealed_secret is not null"))
                        .isEmpty();
            }
        }

        @Test
        void a_backup_goes_into_an_empty_place_and_no_other() throws Exception {
            DataUnderTest live = data("live");
            Path backup = folder.resolve("backup");
            try (Firm firm = Firm.founded(live)) {
                Client client = firm.client("Bakery");
                firm.upload(client, firm.folder(client), "text");
                assertThat(live.portal("backup", backup).exit()).isZero();
                refused(live.portal("backup", backup), "new or empty");
            }
            refused(live.portal("restore", backup), "empty folder");
            DataUnderTest taken = data("taken");
            Firm.founded(taken).close();
            refused(taken.portal("restore", backup), "empty database");

            DataUnderTest migrated = data("migrated");
            migrated.portal("migrate");
            assertThat(migrated.portal("restore", backup).exit()).isZero();
        }

        @Test
        void a_restore_that_stopped_halfway_opens_for_nobody() throws Exception {
            DataUnderTest live = data("live");
            live.portal("migrate");
            live.sql("create table " + live.tables() + "restoring (since integer)");
            refused(live.portal("verify"), "did not come to its end");
            refused(live.portal("backup", folder.resolve("backup")), "did not come to its end");
        }
    }

    static void refused(Typed typed, String words) {
        assertThat(typed.err()).startsWith("portal: ").contains(words);
        assertThat(typed.err().strip().lines()).hasSize(1);
        assertThat(typed.exit()).isEqualTo(1);
    }

    @Nested
    class OnSqlite extends OnEachEngine {
        @Override
        DataUnderTest data(String name) throws IOException {
            return DataUnderTest.onSqlite(folder.resolve(name));
        }
    }

    @Nested
    @Tag("full")
    class OnPostgres extends OnEachEngine {
        @Override
        DataUnderTest data(String name) throws Exception {
            return DataUnderTest.onPostgres(folder.resolve(name));
        }

        @Test
        void a_backup_is_of_the_instant_at_which_it_began() throws Exception {
            // given
            DataUnderTest live = data("live");
            Path backup = folder.resolve("backup");
            try (Firm firm = Firm.founded(live)) {
                firm.client("Bakery");
            }
            try (Connection other = DriverManager.getConnection(live.database());
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                // Clients are copied before what belongs to them.
                statement.execute("lock table client_portal.client in access exclusive mode");

                // when
                CompletableFuture<Typed> taken = CompletableFuture.supplyAsync(() -> live.portal("backup", backup));
                awaitSomebodyWaiting(live);
                statement.execute("update client_portal.folder set name = 'Called otherwise since ' || id");
                other.commit();
                assertThat(taken.get()).returns(0, Typed::exit);
            }

            // then
            assertThat(filesWith(backup, "Bakery")).isNotEmpty();
            assertThat(filesWith(backup, "Called otherwise since")).isEmpty();
        }

        private static void awaitSomebodyWaiting(DataUnderTest data) throws SQLException {
            String waiting = "select pid from pg_locks where not granted"
                    + " and database = (select oid from pg_database where datname = current_database())";
            while (data.texts(waiting).isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    /** People who add and delete files and change permissions, until it is closed. */
    private static final class Load implements AutoCloseable {
        private final Map<DocumentId, String> acknowledged = new ConcurrentHashMap<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final int[] writes = new int[3];
        private final ExecutorService threads = Executors.newFixedThreadPool(3);
        private final List<Future<?>> all;

        Load(Firm firm, Client client, Contact contact) {
            Folder folder = firm.folder(client);
            for (int n = 0; n < 20; n++) {
                String text = "earlier " + n;
                acknowledged.put(firm.upload(client, folder, text).id(), text);
            }
            all = List.of(
                    threads.submit(repeated(0, n -> {
                        String text = "text " + n;
                        acknowledged.put(firm.upload(client, folder, text).id(), text);
                    })),
                    threads.submit(repeated(1, n -> {
                        Document document = firm.upload(client, folder, "short-lived " + n);
                        firm.host.portal().filing().delete(firm.firm, document.id());
                    })),
                    threads.submit(repeated(2, n -> {
                        Permission[] some = n % 2 == 0 ? new Permission[] {Permission.FILES} : new Permission[0];
                        firm.permit(client, contact, some);
                    })));
        }

        private interface Write {
            void run(int n);
        }

        private Runnable repeated(int writer, Write write) {
            return () -> {
                for (int n = 0; !stopped.get(); n++) {
                    write.run(n);
                    synchronized (writes) {
                        writes[writer]++;
                        writes.notifyAll();
                    }
                }
            };
        }

        /** Waits for so many writes more of each writer. */
        void awaitWritesOfEach(int more) throws InterruptedException {
            synchronized (writes) {
                int[] before = writes.clone();
                while (!IntStream.range(0, before.length).allMatch(i -> writes[i] >= before[i] + more)
                        && all.stream().noneMatch(Future::isDone)) {
                    writes.wait(100);
                }
            }
        }

        Map<DocumentId, String> acknowledged() {
            return Map.copyOf(acknowledged);
        }

        @Override
        public void close() throws Exception {
            stopped.set(true);
            threads.shutdown();
            for (Future<?> each : all) {
                each.get();
            }
        }
    }
}
