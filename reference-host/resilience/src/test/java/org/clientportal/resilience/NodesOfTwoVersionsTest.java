package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of this version goes on serving while the next version migrates its database, and starts again beside it. */
@Tag("full")
class NodesOfTwoVersionsTest {
    @TempDir
    private Path folder;

    @Test
    void a_node_serves_while_the_next_version_migrates_and_not_after_the_one_after_it() throws Exception {
        try (Post post = new Post();
                PostgresServer server = PostgresServer.start(folder.resolve("pg"), Map.of())) {
            String url = server.fresh();
            Site site = Site.postgres(folder.resolve("one"), post.port(), url);
            Caller olivia;
            try (HostProcess node = site.start()) {
                olivia = Site.signIn(node, post, "STAFF", Site.ADMIN);
                try (Traffic traffic = new Traffic(olivia)) {
                    traffic.awaitMore(10);
                    migrate(url, 3);
                    traffic.awaitMore(20);
                    assertThat(traffic.failures()).isEmpty();
                }
            }
            try (HostProcess again = site.second(folder.resolve("two")).start()) {
                olivia.at(again.address()).get("/api/v1/clients").ok();
            }
            migrate(url, 4);
            assertThatThrownBy(site::start)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("newer than this program");
        }
    }

    /** As the next version's program does it. */
    private static void migrate(String url, int version) {
        Flyway.configure(NodesOfTwoVersionsTest.class.getClassLoader())
                .dataSource(url, PostgresServer.USER, "")
                .locations("classpath:portal-migrations/postgres", "classpath:next-versions")
                .table("portal_schema_history")
                .defaultSchema("client_portal")
                .target(String.valueOf(version))
                .load()
                .migrate();
    }

    /** Somebody who adds clients and lists them, until it is closed. */
    private static final class Traffic implements AutoCloseable {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger answers = new AtomicInteger();
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> work;

        Traffic(Caller caller) {
            work = CompletableFuture.runAsync(() -> {
                while (!stopped.get()) {
                    try {
                        note(caller.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY")));
                        note(caller.get("/api/v1/clients"));
                    } catch (IOException e) {
                        failures.add(e.toString());
                    }
                }
            });
        }

        private void note(Caller.Reply reply) {
            if (reply.done()) {
                answers.incrementAndGet();
            } else {
                failures.add(reply.status() + " " + reply.body());
            }
        }

        void awaitMore(int count) {
            int until = answers.get() + count;
            HostProcess.await("answers", () -> answers.get() >= until || !failures.isEmpty());
        }

        List<String> failures() {
            return failures;
        }

        @Override
        public void close() {
            stopped.set(true);
            work.join();
        }
    }
}
