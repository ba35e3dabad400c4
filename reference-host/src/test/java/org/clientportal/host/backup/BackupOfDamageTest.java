package org.clientportal.host.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.storage.jdbc.JdbcStorageBuilder;
import org.clientportal.storage.jdbc.RestoreRefused;
import org.clientportal.storage.jdbc.SchemaMismatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of documents that are purged or damaged while or before a backup is taken, and of damaged backups. */
@Tag("promise:P29")
class BackupOfDamageTest {
    @TempDir
    private Path folder;

    private final Progress progress = new Progress(new PrintWriter(new StringWriter()));
    private Path backup;
    private JdbcStorageBuilder live;
    private JdbcStorage storage;
    private FileContent content;
    private Portal portal;
    private Document document;

    @BeforeEach
    void aPracticeWithTwoDocuments() throws IOException {
        backup = folder.resolve("backup");
        live = JdbcStorage.sqlite(folder.resolve("live.db")).migrate();
        storage = live.build();
        content = FileContent.open(folder.resolve("live"));
        portal = Portal.builder().storage(storage).content(content).build();
        Actor firm = Actors.service(
                portal.practices()
                        .create(CreatePractice.of("firm", "Firm", "https://firm.example"))
                        .id(),
                "test");
        Client client = portal.clients().create(firm, CreateClient.of("Bakery", EntityType.COMPANY));
        Folder ordinary = portal.folders().list(firm, client.id()).stream()
                .filter(one -> one.kind() == FolderKind.ORDINARY)
                .findFirst()
                .orElseThrow();
        upload(firm, client, ordinary, "kept");
        document = upload(firm, client, ordinary, "lost");
        portal.runJobsOnce();
    }

    private Document upload(Actor firm, Client client, Folder into, String text) {
        return portal.uploads()
                .upload(
                        firm,
                        UploadDocument.to(client.id(), into.id(), text),
                        new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private List<String> take(ContentStore from) {
        return new Backup(portal, from, live.backup(), live.inspection(), progress).take(backup, "test");
    }

    private JdbcStorageBuilder target() {
        return JdbcStorage.sqlite(folder.resolve("restored.db"));
    }

    private List<String> restore() {
        return new Restore(target().backup(), folder.resolve("restored"), progress).from(backup);
    }

    private List<String> checked() {
        List<String> wrong = new ArrayList<>();
        JdbcStorageBuilder restored = target();
        try (JdbcStorage opened = restored.build();
                FileContent files = FileContent.reading(folder.resolve("restored"))) {
            Portal there = Portal.builder().storage(opened).content(files).build();
            new Check(there, files, restored.inspection(), progress)
                    .run(Optional.of(backup), Instant.now(), wrong::add);
        }
        return wrong;
    }

    private void purge() {
        portal.units().write(Actors.system(practice()), work -> {
            work.unit().documents().delete(document.id());
            return true;
        });
    }

    private PracticeId practice() {
        return portal.practices().all().get(0).id();
    }

    @Test
    void a_document_that_is_purged_while_its_bytes_are_copied_is_purged_by_the_restore() {
        List<String> wrong = take(new BeforeOpening(content, key -> {
            if (key.equals(document.content())) {
                purge();
                content.delete(key);
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(restore()).isEmpty();
        assertThat(checked()).isEmpty();
    }

    @Test
    @Tag("promise:P25")
    void a_document_whose_bytes_were_lost_before_is_named_by_backup_restore_and_check() throws IOException {
        content.delete(document.content());
        assertThat(take(content)).singleElement().asString().contains(document.id() + "", "missing");
        assertThat(restore()).singleElement().asString().contains(document.id() + "");
        assertThat(checked()).singleElement().asString().contains(document.id() + "", "missing");
    }

    @Test
    @Tag("promise:P25")
    void damaged_bytes_are_kept_by_no_backup() throws IOException {
        content.delete(document.content());
        content.put(document.content(), new ByteArrayInputStream("lust".getBytes(UTF_8)), 4);
        assertThat(take(content)).singleElement().asString().contains("not those that were uploaded");
        try (FileContent copied = FileContent.reading(backup.resolve("files"))) {
            assertThat(copied.open(document.content(), 0)).isEmpty();
        }
    }

    @Test
    void a_backup_that_did_not_finish_is_refused() {
        assertThatThrownBy(() -> take(new BeforeOpening(content, key -> {
                    throw new IllegalStateException("stopped");
                })))
                .hasMessage("stopped");
        assertThatThrownBy(this::restore).isInstanceOf(BackupFailure.class).hasMessageContaining("did not finish");
        assertThatThrownBy(() -> new Restore(target().backup(), folder.resolve("restored"), progress)
                        .from(folder.resolve("nothing")))
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("there is no backup");
    }

    @Test
    void a_backup_whose_rows_were_changed_is_refused() throws IOException {
        take(content);
        Files.write(backup.resolve("rows").resolve("portal.db"), new byte[] {1}, StandardOpenOption.APPEND);
        assertThatThrownBy(this::restore).isInstanceOf(BackupFailure.class).hasMessageContaining("is damaged");
        assertThat(folder.resolve("restored.db")).doesNotExist();
    }

    @Test
    void a_byte_that_changed_in_the_backup_is_not_put_back_as_if_it_were_right() throws IOException {
        take(content);
        try (FileContent copied = FileContent.open(backup.resolve("files"))) {
            copied.delete(document.content());
            copied.put(document.content(), new ByteArrayInputStream("lust".getBytes(UTF_8)), 4);
        }
        assertThat(restore()).singleElement().asString().contains(document.id() + "", "lacks its bytes");
    }

    @Test
    void a_restore_that_stops_among_the_bytes_opens_for_nobody() {
        // given
        take(content);
        Progress stopping = new Progress(new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("stopped");
            }
        });
        // when
        Restore restore = new Restore(target().backup(), folder.resolve("restored"), stopping);
        assertThatThrownBy(() -> restore.from(backup)).hasMessage("stopped");
        // then
        assertThat(folder.resolve("restored.db")).exists();
        assertThatThrownBy(() -> target().build())
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("did not come to its end");
    }

    @Test
    void a_backup_of_another_engine_is_refused_before_anything_is_touched() {
        take(content);
        JdbcStorageBuilder nowhere = JdbcStorage.postgres("jdbc:postgresql://127.0.0.1:1/portal", "portal", "");
        assertThatThrownBy(() -> new Restore(nowhere.backup(), folder.resolve("restored"), progress).from(backup))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("one of sqlite");
    }

    /** A store in which something happens before bytes are opened. */
    private record BeforeOpening(ContentStore store, Happening happening) implements ContentStore {
        interface Happening {
            void at(ContentKey key) throws IOException;
        }

        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            happening.at(key);
            return store.open(key, offset);
        }

        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) {
            throw new AssertionError("nothing is put into what is backed up");
        }

        @Override
        public void delete(ContentKey key) {
            throw new AssertionError("nothing is deleted from what is backed up");
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
