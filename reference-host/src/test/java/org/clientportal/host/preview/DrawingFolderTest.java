package org.clientportal.host.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.clientportal.core.Actor;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk while something is drawn, and what is left of it. */
@Timeout(120)
class DrawingFolderTest {
    private static final PreviewLimits PATIENT =
            new PreviewLimits(64L << 20, Duration.ofMinutes(1), Duration.ofMinutes(1), 2, 128, 30, 1 << 20);

    private static final long A_MOMENT = 5_000_000;

    @TempDir
    private Path folder;

    private final World world = new World(MemoryStorage.create());
    private final Actor firm = world.admin();
    private final Client client = world.client("Delgado Hardware");

    /** A process that has a document in the folder, and tells its path. */
    static final class Drawing {
        private Drawing() {}

        @SuppressWarnings("SystemOut") // it speaks to the test
        public static void main(String[] args) throws IOException {
            DrawingFolder own = new DrawingFolder(Path.of(args[0]));
            Files.writeString(own.folder().resolve("scratch"), "of a client");
            System.out.println(own.file());
            int unused = System.in.read();
        }
    }

    @Test
    @Tag("promise:P25")
    void what_a_process_has_there_stays_while_it_lives_and_goes_with_the_next_start_once_it_was_killed()
            throws Exception {
        // given
        Process other = drawing();
        Path document = Path.of(
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8)).readLine());
        try {
            // when
            previews(PATIENT).close();
            // then
            assertThat(document).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(files()).hasSize(3);

        // when
        previews(PATIENT).close();

        // then
        assertThat(files()).isEmpty();
    }

    @Test
    @Tag("promise:P21")
    @Tag("promise:P25")
    void what_is_drawn_when_previews_close_ends_and_leaves_neither_a_process_nor_a_file() throws IOException {
        // given a file of which its worker keeps readable pieces on the disk
        Document endless = stored("endless.pdf", encrypted(Endless.pdf()));
        try (Previews previews = previews(PATIENT)) {
            CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> previews.thumbnail(firm, endless.id()));
            while (files().stream().noneMatch(DrawingFolderTest::isPiece)) {
                assertThat(asked).isNotDone();
                LockSupport.parkNanos(A_MOMENT);
            }
            assertThat(Drawers.in(folder)).hasSize(1);

            // when
            previews.close();

            // then
            assertThat(Drawers.in(folder)).isEmpty();
            assertThat(files()).isEmpty();
            assertThatThrownBy(asked::join).hasCauseInstanceOf(PortalException.Unavailable.class);
        }
    }

    @Test
    @Tag("promise:P21")
    void a_file_that_takes_too_long_leaves_nothing_when_its_worker_is_ended() throws IOException {
        // given
        Document endless = stored("endless.pdf", encrypted(Endless.pdf()));
        PreviewLimits impatient =
                new PreviewLimits(64L << 20, Duration.ofSeconds(3), Duration.ofHours(1), 1, 128, 30, 1 << 20);
        try (Previews previews = previews(impatient)) {
            // when
            assertThat(previews.thumbnail(firm, endless.id())).isEmpty();

            // then
            assertThat(files()).extracting(Path::getFileName).containsExactly(Path.of("lock"));
        }
    }

    private static boolean isPiece(Path file) {
        return file.getFileName().toString().startsWith("PDFBox");
    }

    private Process drawing() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Drawing.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Previews previews(PreviewLimits limits) {
        return new Previews(world.portal().downloads(), limits, folder);
    }

    /** All but what is known of this machine's fonts. */
    private List<Path> files() {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        } catch (UncheckedIOException | IOException goneMeanwhile) {
            return List.of();
        }
    }

    private Document stored(String name, byte[] bytes) {
        UploadDocument upload = UploadDocument.to(
                client.id(), world.folder(client, FolderKind.ORDINARY).id(), name);
        return world.portal().uploads().upload(firm, upload, new ByteArrayInputStream(bytes));
    }

    private static byte[] encrypted(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
