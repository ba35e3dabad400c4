package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut, or whatever kills the host, in the midst of drawing a document. */
class KilledDrawingTest {
    @Test
    @Tag("promise:P21")
    @Tag("promise:P25")
    void no_process_goes_on_drawing_and_after_the_next_start_no_copy_is_left(@TempDir Path folder) throws Exception {
        try (Post post = new Post()) {
            Site site = Site.sqlite(folder, post.port());
            Path drawing = site.data().resolve("drawing");
            // given
            try (HostProcess host = site.start()) {
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                String endless = uploaded(olivia, Bomb.PDF_WITHOUT_END);
                CompletableFuture<?> asked = CompletableFuture.runAsync(() -> look(olivia, endless));
                HostProcess.await(
                        "a copy", () -> asked.isDone() || !documents(drawing).isEmpty());
                HostProcess.await(
                        "a worker", () -> asked.isDone() || !workers(host).isEmpty());
                List<ProcessHandle> workers = workers(host);
                assertThat(workers).isNotEmpty();

                // when
                host.kill();

                // then
                HostProcess.await(
                        "the end of its workers", () -> workers.stream().noneMatch(KilledDrawingTest::runs));
            }
            assertThat(documents(drawing)).isNotEmpty();
            try (HostProcess host = site.start()) {
                assertThat(host.isAlive()).isTrue();
                assertThat(documents(drawing)).isEmpty();
            }
        }
    }

    private static String uploaded(Caller olivia, Bomb file) throws IOException {
        String client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .ok()
                .text("id");
        String home = olivia.call("POST", "/api/v1/clients/" + client + "/folders", Map.of("name", "Statements"))
                .ok()
                .text("id");
        String document = olivia.upload(
                        "/api/v1/clients/" + client + "/documents?visible=true&folderId=" + home + "&name=" + file.file,
                        file.bytes())
                .ok()
                .text("id");
        return "/practice/clients/" + client + "/documents/" + document + "/thumbnail";
    }

    private static void look(Caller olivia, String path) {
        try {
            olivia.send("GET", path, "", new byte[0], Map.of("Cookie", "staff=" + olivia.token()));
        } catch (IOException killed) {
            throw new UncheckedIOException(killed);
        }
    }

    private static List<Path> documents(Path drawing) {
        try (Stream<Path> inside = Files.exists(drawing) ? Files.walk(drawing) : Stream.empty()) {
            return inside.filter(file -> file.getFileName().toString().startsWith("document"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessHandle> workers(HostProcess host) {
        return ProcessHandle.of(host.pid()).stream()
                .flatMap(ProcessHandle::children)
                .filter(KilledDrawingTest::runs)
                .toList();
    }

    /** Not if it is dead and nobody has buried it yet: then it has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.info().commandLine().isPresent();
    }
}
