package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class PostgresOutageTest {
    @Test
    @Tag("promise:P28")
    void without_its_database_a_host_says_so_and_works_again_by_itself(@TempDir Path folder) throws Exception {
        try (Post post = new Post();
                PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of())) {
            Site site = Site.postgres(folder.resolve("site"), post.port(), database.fresh());
            try (HostProcess host = site.start()) {
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);

                // when the database goes away
                database.stopImmediately();

                // then every request is told to come again, and the node is taken out of service
                Caller.Reply reply = olivia.get("/api/v1/clients");
                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.text("code")).isEqualTo("storage_unavailable");
                assertThat(host.readiness()).isEqualTo("database");

                // when it is back
                database.startAgain();

                // then so is the host, without being started again
                host.awaitReady();
                olivia.get("/api/v1/clients").ok();
            }
        }
    }
}
