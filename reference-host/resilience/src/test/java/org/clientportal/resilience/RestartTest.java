package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @Test
    @Tag("promise:P24")
    void what_was_answered_is_there_after_a_kill_and_its_session_goes_on(@TempDir Path folder) throws Exception {
        try (Post post = new Post()) {
            Site site = Site.sqlite(folder, post.port());
            Caller olivia;
            String client;
            try (HostProcess host = site.start()) {
                olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                        .ok()
                        .text("id");
                host.kill();
            }
            try (HostProcess host = site.start()) {
                assertThat(olivia.at(host.address())
                                .get("/api/v1/clients/" + client)
                                .ok()
                                .text("name"))
                        .isEqualTo("Bakery");
            }
        }
    }
}
