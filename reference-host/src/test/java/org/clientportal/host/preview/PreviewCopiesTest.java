package org.clientportal.host.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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

/** Whoever waits for a drawing has nothing on the disk yet, and perhaps need not draw at all. */
@Timeout(120)
class PreviewCopiesTest {
    private static final int MANY = 8;
    private static final int PROCESSES = 2;
    private static final long A_MOMENT = 5_000_000;

    @TempDir
    private Path folder;

    private final World world = new World(MemoryStorage.create());
    private final Actor firm = world.admin();
    private final Client acme = world.client("Acme");

    @Test
    @Tag("promise:P21")
    void there_are_never_more_copies_of_documents_than_processes_that_draw_them() {
        // given
        List<Document> slow = IntStream.range(0, MANY)
                .mapToObj(number -> stored(number + ".pdf", Endless.pdf()))
                .toList();
        try (Previews previews = previews(PROCESSES)) {
            // when
            List<Thread> asking = slow.stream()
                    .map(one -> begin(() -> previews.thumbnail(firm, one.id())))
                    .toList();
            while (count(asking, PreviewCopiesTest::waits) < MANY - PROCESSES) {
                LockSupport.parkNanos(A_MOMENT);
            }

            // then
            assertThat(count(asking, Thread::isAlive)).isEqualTo(MANY);
            assertThat(copies()).hasSizeLessThanOrEqualTo(PROCESSES);
        }
    }

    @Test
    @Tag("promise:P21")
    void what_several_wait_for_is_drawn_once() throws IOException, InterruptedException {
        // given
        Document slow = stored("slow.pdf", Endless.pdf());
        Document wanted = stored("wanted.pdf", page());
        List<Picture> seen = new CopyOnWriteArrayList<>();
        try (Previews previews = previews(1)) {
            begin(() -> previews.thumbnail(firm, slow.id()));
            while (Drawers.in(folder).isEmpty()) {
                LockSupport.parkNanos(A_MOMENT);
            }
            List<Thread> asking = Stream.generate(() -> begin(
                            () -> seen.add(previews.thumbnail(firm, wanted.id()).orElseThrow())))
                    .limit(MANY)
                    .toList();
            while (count(asking, PreviewCopiesTest::waits) < MANY) {
                LockSupport.parkNanos(A_MOMENT);
            }

            // when
            Drawers.in(folder).forEach(ProcessHandle::destroyForcibly);
            for (Thread thread : asking) {
                thread.join();
            }
        }

        // then
        assertThat(seen).hasSize(MANY).allSatisfy(picture -> assertThat(picture).isSameAs(seen.get(0)));
    }

    private Previews previews(int processes) {
        PreviewLimits limits =
                new PreviewLimits(64L << 20, Duration.ofMinutes(1), Duration.ofMinutes(1), processes, 128, 30, 1 << 20);
        return new Previews(world.portal().downloads(), limits, folder);
    }

    private static byte[] page() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING || !thread.isAlive();
    }

    private static long count(List<Thread> threads, Predicate<Thread> which) {
        return threads.stream().filter(which).count();
    }

    private static Thread begin(Runnable look) {
        Thread thread = new Thread(() -> {
            try {
                look.run();
            } catch (PortalException.Unavailable closed) {
                // The test is over.
            }
        });
        thread.start();
        return thread;
    }

    private List<Path> copies() {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(file -> file.getFileName().toString().startsWith("document"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document stored(String name, byte[] bytes) {
        UploadDocument upload = UploadDocument.to(
                acme.id(), world.folder(acme, FolderKind.ORDINARY).id(), name);
        return world.portal().uploads().upload(firm, upload, new ByteArrayInputStream(bytes));
    }
}
