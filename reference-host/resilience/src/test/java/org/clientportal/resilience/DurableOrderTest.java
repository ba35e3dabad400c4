package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut would leave cannot be tried here; that the disk was asked before anybody was told can. */
@Tag("full")
class DurableOrderTest {
    private static final String LOG_OF_ROWS = "f(data)?sync\\(\\d+<[^>]*/portal\\.db-wal>\\) += 0";
    private static final String BYTES = "fsync\\(\\d+<[^>]*/files/unfinished/[^>]+>\\) += 0";
    private static final String NAME = "link(at)?\\(.*/files/unfinished/.*\\) += 0";
    private static final String FOLDER = "fsync\\(\\d+<[^>]*/files/[^/>]+/[^/>]{2}>\\) += 0";
    private static final String KEYS = "fsync\\(\\d+<[^>]*/keys[^/>]*\\.tmp>\\) += 0";
    private static final String NAME_OF_KEYS = "link(at)?\\(.*/keys\".*\\) += 0";
    private static final String FOLDER_OF_KEYS = "fsync\\(\\d+<[^>]*/data>\\) += 0";
    private static final String CREATED = "(write|writev|sendto|sendmsg)\\(.*HTTP/1\\.1 201";

    @Test
    @Tag("promise:P24")
    void the_first_keys_are_on_the_disk_whole_under_their_name(@TempDir Path folder) throws Exception {
        assumeTrue(SystemCalls.canBeTraced(), "strace is needed, and leave to trace");
        Path trace = folder.resolve("trace");
        try (Post post = new Post()) {
            // given a site whose practice was set up, and no keys
            Site site = Site.sqlite(folder, post.port());
            Files.delete(site.config().keysFile());

            // when
            site.launch(SystemCalls.tracing(trace), Map.of()).awaitReady().close();

            // then
            SystemCalls calls = SystemCalls.read(trace);
            int bytes = calls.find(KEYS, 0);
            int name = calls.find(NAME_OF_KEYS, bytes);
            calls.find(FOLDER_OF_KEYS, name);
        }
    }

    @Test
    @Tag("promise:P24")
    @Tag("promise:P25")
    void an_upload_is_on_the_disk_before_it_is_acknowledged(@TempDir Path folder) throws Exception {
        assumeTrue(SystemCalls.canBeTraced(), "strace is needed, and leave to trace");
        Path trace = folder.resolve("trace");
        try (Post post = new Post()) {
            Site site = Site.sqlite(folder, post.port());
            try (HostProcess host =
                    site.launch(SystemCalls.tracing(trace), Map.of()).awaitReady()) {
                // given
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                String client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                        .ok()
                        .text("id");
                String into = olivia.get("/api/v1/clients/" + client + "/folders")
                        .ok()
                        .json()
                        .at("/0/id")
                        .asText();
                int before = SystemCalls.read(trace).count();

                // when
                olivia.upload(
                                "/api/v1/clients/" + client + "/documents?visible=true&name=a.bin&folderId=" + into,
                                new byte[100_000])
                        .ok();
                HostProcess.await(
                        "the answer in the trace", () -> SystemCalls.read(trace).has(CREATED, before));

                // then
                SystemCalls calls = SystemCalls.read(trace);
                int pending = calls.find(LOG_OF_ROWS, before);
                int bytes = calls.find(BYTES, pending);
                int name = calls.find(NAME, bytes);
                int place = calls.find(FOLDER, name);
                int row = calls.find(LOG_OF_ROWS, place);
                int answer = calls.find(CREATED, before);
                assertThat(row).isLessThan(answer);
            }
        }
    }
}
