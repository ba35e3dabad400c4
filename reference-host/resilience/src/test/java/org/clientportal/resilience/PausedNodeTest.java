package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that freezes, and comes back when its work was taken over. */
@Tag("full")
class PausedNodeTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("promise:P18")
    @Tag("promise:P28")
    void a_node_that_was_paused_beyond_its_lease_finds_it_taken_and_seals_nothing_twice() throws Exception {
        try (Post post = new Post();
                PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of())) {
            Site site = Site.postgres(folder.resolve("one"), post.port(), database.fresh());
            Evidence evidence = new Evidence(site.config());
            try (HostProcess first = site.start()) {
                // given a node that holds the lease for sealing the audit
                Caller olivia = Site.signIn(first, post, "STAFF", Site.ADMIN);
                HostProcess.await("a lease", () -> !owner(evidence).isEmpty());
                String before = owner(evidence);

                // when it freezes, and another node works beyond the end of the lease
                first.pause();
                try (HostProcess second = site.second(folder.resolve("two")).start()) {
                    Caller there = olivia.at(second.address());
                    HostProcess.await("another owner", () -> {
                        create(there);
                        return !owner(evidence).equals(before);
                    });
                    first.resume();
                    first.awaitReady();
                    for (int i = 0; i < 20; i++) {
                        create(olivia);
                        create(there);
                    }

                    // then every record is sealed once, in one chain
                    HostProcess.await("the seals", () -> count(evidence, "audit_unsealed") == 0);
                    assertThat(count(evidence, "audit_seal")).isEqualTo(count(evidence, "audit"));
                    assertThat(there.get("/api/v1/audit/verification")
                                    .ok()
                                    .json()
                                    .path("whole")
                                    .asBoolean())
                            .isTrue();
                }
            }
        }
    }

    private static void create(Caller caller) {
        try {
            caller.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                    .ok();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String owner(Evidence evidence) {
        return one(evidence, "select owner from client_portal.lease where job like 'seal/%'");
    }

    private static long count(Evidence evidence, String table) {
        return Long.parseLong(one(evidence, "select count(*) from client_portal." + table));
    }

    private static String one(Evidence evidence, String sql) {
        try (Connection connection = evidence.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
