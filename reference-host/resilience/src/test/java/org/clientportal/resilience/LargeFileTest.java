package org.clientportal.resilience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file many times as large as the host's memory goes in and out over the wire, and lies nowhere on the way but in the one
 * unfinished file of its store. {@code -Dportal.large.mebibytes=5120} does it with the largest file that a practice takes.
 */
@Tag("full")
@Tag("promise:P21")
@Tag("rule:DO-6")
class LargeFileTest {
    private static final long BYTES = Long.getLong("portal.large.mebibytes", 1024) << 20;

    @TempDir
    private Path folder;

    private final Post post = new Post();
    private Path temporary;
    private Site site;
    private HostProcess host;
    private Caller olivia;
    private String client;
    private String home;

    @BeforeEach
    void aSmallHost() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        site = Site.sqlite(folder.resolve("site"), post.port());
        // The one variable that comes after what the command says.
        host = site.launch(List.of(), Map.of("_JAVA_OPTIONS", "-Xmx128m -Djava.io.tmpdir=" + temporary))
                .awaitReady();
        olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
        client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .ok()
                .text("id");
        home = ordinary(
                olivia.get("/api/v1/clients/" + client + "/folders").ok().json());
    }

    @AfterEach
    void stop() {
        host.close();
        post.close();
    }

    private static String ordinary(JsonNode folders) {
        JsonNode all = folders.isArray() ? folders : folders.path("items");
        for (JsonNode one : all) {
            if (one.path("kind").asText().equals("ORDINARY")) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no ordinary folder in " + folders);
    }

    @Test
    void as_a_raw_body_and_back_in_whole_and_in_parts() throws Exception {
        Made made = new Made(BYTES, this::liesInItsPlaceOnly);
        HttpResponse<String> created = PageForm.CLIENT.send(
                request("/api/v1/clients/" + client + "/documents?name=large.bin&visible=true&folderId=" + home)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> made), BYTES))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(made.midways).isEqualTo(1);

        String document = created.headers().firstValue("Location").orElseThrow();
        MessageDigest whole = sha256();
        assertThat(read(document, "", whole)).isEqualTo(BYTES);
        assertThat(hex(whole)).isEqualTo(made.hash());

        MessageDigest parts = sha256();
        long middle = BYTES / 2 + 7;
        assertThat(read(document, "bytes=0-" + (middle - 1), parts)).isEqualTo(middle);
        assertThat(read(document, "bytes=" + middle + "-", parts)).isEqualTo(BYTES - middle);
        assertThat(hex(parts)).isEqualTo(made.hash());
        assertThat(sizeOf(temporary)).isLessThan(20 << 20);
    }

    @Test
    void as_a_file_of_a_pages_form() throws Exception {
        PageForm page = PageForm.at(host, olivia, "/practice/clients/" + client + "/documents");

        Made made = new Made(BYTES, this::liesInItsPlaceOnly);
        byte[] head = (page.csrf()
                        + PageForm.field("to", home)
                        + PageForm.field("visible", "true")
                        + PageForm.file("large.bin"))
                .getBytes(UTF_8);
        byte[] tail = ("\r\n" + PageForm.end()).getBytes(UTF_8);
        InputStream form = new SequenceInputStream(
                Collections.enumeration(List.of(new ByteArrayInputStream(head), made, new ByteArrayInputStream(tail))));
        HttpResponse<String> added = page.post(BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> form), head.length + BYTES + tail.length));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        assertThat(made.midways).isEqualTo(1);

        JsonNode listed = olivia.get("/api/v1/clients/" + client + "/documents")
                .ok()
                .json()
                .path("items")
                .path(0);
        assertThat(listed.path("size").asLong()).isEqualTo(BYTES);
        MessageDigest whole = sha256();
        read("/api/v1/documents/" + listed.path("id").asText(), "", whole);
        assertThat(hex(whole)).isEqualTo(made.hash());
    }

    /** Half of it is sent: what there is of it is the store's one unfinished file, and nothing else grows. */
    private void liesInItsPlaceOnly() {
        HostProcess.await("the first bytes", () -> sizeOf(site.data().resolve("files/unfinished")) > 0);
        assertThat(sizeOf(temporary)).isLessThan(20 << 20);
        long all = sizeOf(site.data());
        assertThat(all - sizeOf(site.data().resolve("files/unfinished"))).isLessThan(20 << 20);
        try (Stream<Path> files = Files.list(site.data().resolve("files/unfinished"))) {
            assertThat(files).hasSize(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long sizeOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long read(String document, String range, MessageDigest into) throws Exception {
        HttpRequest.Builder request = request(document + "/content");
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        HttpResponse<InputStream> response =
                PageForm.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(range.isEmpty() ? 200 : 206);
        long count = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = response.body()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                into.update(buffer, 0, read);
                count += read;
            }
        }
        return count;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(host.address() + path))
                .header("Authorization", "Bearer " + olivia.token());
    }

    private static MessageDigest sha256() throws Exception {
        return MessageDigest.getInstance("SHA-256");
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A file that is made while it is sent; no two of its blocks are alike. */
    private static final class Made extends InputStream {
        private final byte[] block = new byte[1 << 16];
        private final MessageDigest digest = sha256();
        private final long length;
        private final Runnable midway;
        private long at;
        private int midways;
        private String hash = "";

        Made(long length, Runnable midway) throws Exception {
            this.length = length;
            this.midway = midway;
            new Random(7).nextBytes(block);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) {
            if (at == length) {
                return -1;
            }
            if (at >= length / 2 && midways == 0) {
                midways++;
                midway.run();
            }
            int count = (int) Math.min(Math.min(wanted, block.length), length - at);
            ByteBuffer.wrap(block).putLong(0, at);
            System.arraycopy(block, 0, bytes, offset, count);
            digest.update(block, 0, count);
            at += count;
            return count;
        }

        /** Of all of it, once it was read. */
        String hash() {
            if (hash.isEmpty()) {
                hash = hex(digest);
            }
            return hash;
        }
    }
}
