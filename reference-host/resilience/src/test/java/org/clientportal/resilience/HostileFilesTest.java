package org.clientportal.resilience;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is uploaded to do harm, to a host with little memory: it goes on answering, and keeps no more than what it took. */
@Tag("full")
@Tag("promise:P21")
class HostileFilesTest {
    private static final int PARTS = 1_000_000;

    @TempDir
    private static Path folder;

    private static Post post;
    private static Path temporary;
    private static Site site;
    private static HostProcess host;
    private static Caller olivia;
    private static String client;
    private static String home;

    @BeforeAll
    static void aSmallHost() throws IOException {
        post = new Post();
        temporary = Files.createDirectory(folder.resolve("tmp"));
        site = Site.sqlite(folder.resolve("site"), post.port());
        host = site.launch(List.of(), Map.of("_JAVA_OPTIONS", "-Xmx128m -Djava.io.tmpdir=" + temporary))
                .awaitReady();
        olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
        client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .ok()
                .text("id");
        home = olivia.call("POST", "/api/v1/clients/" + client + "/folders", Map.of("name", "Statements"))
                .ok()
                .text("id");
    }

    @AfterAll
    static void stop() {
        host.close();
        post.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_bomb_is_kept_as_it_is_and_shown_small_or_not_at_all(Bomb bomb) throws Exception {
        // given
        List<Path> before = temporaryFiles();
        String document = olivia.upload(
                        "/api/v1/clients/" + client + "/documents?visible=true&folderId=" + home + "&name=" + bomb.file,
                        bomb.bytes())
                .ok()
                .text("id");

        // when it is to be shown, and others ask meanwhile
        CompletableFuture<Caller.Reply> small =
                asked("/practice/clients/" + client + "/documents/" + document + "/thumbnail");
        CompletableFuture<Caller.Reply> large =
                asked("/practice/clients/" + client + "/documents/" + document + "/preview/1");
        do {
            thenOthersAreAnswered();
        } while (!small.isDone() || !large.isDone());

        // then
        assertThat(small.get().status()).isEqualTo(200);
        assertThat(large.get().status()).isIn(200, 404);
        assertThat(large.get().bytes()).hasSizeLessThan(1 << 20);
        assertThat(host.output()).doesNotContain("OutOfMemoryError");
        // The last of them goes when the answer is out already.
        HostProcess.await(
                "the end of all temporary files", () -> temporaryFiles().equals(before));
    }

    @Test
    void a_form_of_a_million_parts_is_refused() throws Exception {
        // given
        PageForm page = PageForm.at(host, olivia, "/practice/clients/" + client + "/documents");
        String start = page.csrf() + PageForm.field("to", home);
        byte[] thousand = PageForm.field("a", "").repeat(1_000).getBytes(US_ASCII);
        List<byte[]> form = new ArrayList<>(Collections.nCopies(PARTS / 1_000, thousand));
        form.add(0, start.getBytes(US_ASCII));
        form.add(PageForm.end().getBytes(US_ASCII));

        // when
        HttpResponse<String> answer = page.post(BodyPublishers.ofByteArrays(form));

        // then
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 413);
        thenOthersAreAnswered();
    }

    private static CompletableFuture<Caller.Reply> asked(String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return olivia.send("GET", path, "", new byte[0], Map.of("Cookie", "staff=" + olivia.token()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void thenOthersAreAnswered() throws IOException {
        assertThat(host.isAlive()).isTrue();
        olivia.get("/api/v1/clients").ok();
        assertThat(new Caller(host.address(), Optional.empty())
                        .get("/sign-in")
                        .ok()
                        .body())
                .contains("</html>");
    }

    /** The host's own, and those of the processes that draw; but not what they know of this machine's fonts. */
    private static List<Path> temporaryFiles() {
        return Stream.of(temporary, site.data().resolve("drawing"))
                .flatMap(HostileFilesTest::files)
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> inside = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return inside
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock") && !file.endsWith(".pdfbox.cache"))
                    .toList()
                    .stream();
        } catch (UncheckedIOException changesMeanwhile) {
            return files(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
