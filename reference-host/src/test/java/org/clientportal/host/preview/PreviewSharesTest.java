package org.clientportal.host.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.clientportal.core.Actor;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever adds what cannot be drawn in time keeps nobody else's files from being drawn. */
@Timeout(120)
class PreviewSharesTest {
    private static final int SLOW = 8;

    @TempDir
    private Path folder;

    private final World world = new World(MemoryStorage.create());
    private final Client acme = world.client("Acme");
    private final Actor eve = world.contact("Eve Doe", acme, Permission.FILES);

    @Test
    @Tag("promise:P21")
    void filesOfOneContactThatTakeTooLongLeaveAProcessForAllOthers() throws IOException, InterruptedException {
        // given
        PreviewLimits limits =
                new PreviewLimits(64L << 20, Duration.ofSeconds(10), Duration.ofSeconds(2), 2, 128, 30, 1 << 20);
        byte[] endless = page("0 0 600 800 re f\n".repeat(500_000));
        Document good = stored(world.admin(), "good.pdf", page("0 0 9 9 re f"));
        try (Previews previews = new Previews(world.portal().downloads(), limits, folder)) {
            List<Document> slow = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                slow.add(stored(eve, "slow " + i + ".pdf", endless));
            }
            List<Thread> waiting = slow.stream()
                    .map(one -> begin(() -> previews.thumbnail(eve, one.id())))
                    .toList();
            while (waiting.stream().filter(PreviewSharesTest::hasAsked).count() < SLOW - 2) {
                Thread.onSpinWait();
            }

            // when
            boolean drawn = previews.thumbnail(world.admin(), good.id()).isPresent();

            // then
            assertThat(drawn).isTrue();
            for (Thread thread : waiting) {
                thread.join();
            }
        }
    }

    /** It waits, or on a slow machine has been sent away already. */
    private static boolean hasAsked(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING || !thread.isAlive();
    }

    private static Thread begin(Runnable look) {
        Thread thread = new Thread(() -> {
            try {
                look.run();
            } catch (PortalException.Unavailable busy) {
                // As it should be: she has taken her share.
            }
        });
        thread.start();
        return thread;
    }

    private Document stored(Actor author, String name, byte[] bytes) {
        UploadDocument upload = UploadDocument.to(
                acme.id(), world.folder(acme, FolderKind.ORDINARY).id(), name);
        return world.portal().uploads().upload(author, upload, new ByteArrayInputStream(bytes));
    }

    /** A page of one drawing. */
    private static byte[] page(String drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.setContents(new PDStream(
                    document,
                    new ByteArrayInputStream(drawing.getBytes(StandardCharsets.US_ASCII)),
                    COSName.FLATE_DECODE));
            document.addPage(page);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
