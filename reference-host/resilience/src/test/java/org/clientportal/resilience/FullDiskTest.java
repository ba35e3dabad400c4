package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of rows and files runs full under a host that serves. */
@Tag("full")
class FullDiskTest {
    private static final int PIECE = 512 * 1024;

    /** What is freed at the end: the last piece may have left hardly a page. */
    private static final int ROOM = 4 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    @Tag("promise:P28")
    @Tag("promise:P24")
    void a_full_disk_refuses_writes_and_with_room_again_all_goes_on(@TempDir Path other) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("data"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=24m", "portal-test", disk.toString()), "may not mount");
        try (Post post = new Post()) {
            Site site = Site.sqlite(folder, post.port());
            try (HostProcess host = site.start();
                    Journal journal = new Journal(other.resolve("journal"))) {
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                String client = create(olivia).ok().text("id");
                journal.created(client);
                String path = "/api/v1/clients/" + client + "/documents?visible=true&folderId="
                        + olivia.get("/api/v1/clients/" + client + "/folders")
                                .ok()
                                .json()
                                .at("/0/id")
                                .asText()
                        + "&name=File.bin";

                Path room = Files.write(disk.resolve("room"), new byte[ROOM]);

                // when uploads fill the disk
                Caller.Reply reply = upload(olivia, path, journal);
                for (int i = 0; i < 100 && reply.done(); i++) {
                    reply = upload(olivia, path, journal);
                }

                // then they are refused with a word that says so, and so are rows once there is no room at all
                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.text("code")).isIn("content_unavailable", "storage_unavailable");
                Path rest = disk.resolve("rest");
                fill(rest);
                Caller.Reply row = create(olivia);
                for (int i = 0; i < 1000 && row.done(); i++) {
                    journal.created(row.text("id"));
                    row = create(olivia);
                }
                assertThat(row.status()).as(row.body()).isEqualTo(503);
                assertThat(row.text("code")).isIn("storage_unavailable", "outcome_unknown");

                // when there is room again
                Files.delete(rest);
                Files.delete(room);

                // then the same process goes on, and nothing acknowledged is lost or half
                host.awaitReady();
                journal.created(create(olivia).ok().text("id"));
                host.stop();
                assertThat(new Evidence(site.config()).flaws(journal)).isEmpty();
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static Caller.Reply create(Caller caller) throws IOException {
        return caller.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"));
    }

    private static Caller.Reply upload(Caller caller, String path, Journal journal) throws IOException {
        byte[] bytes = new byte[PIECE];
        Caller.Reply reply = caller.upload(path, bytes);
        if (reply.done()) {
            journal.uploaded(reply.text("id"), new Journal.Upload(Traffic.sha256(bytes), PIECE));
        }
        return reply;
    }

    private static void fill(Path rest) throws IOException {
        try (var out = Files.newOutputStream(rest)) {
            byte[] block = new byte[4096];
            for (; ; ) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(rest)).isPositive();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
