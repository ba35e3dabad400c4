package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever its database does, a host says so and works again by itself. */
@Tag("full")
@Tag("promise:P28")
class PostgresOutageTest {
    private static final String END_ALL =
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'client-portal'";

    /** What an operator may set too; the minute that it is by itself would be a long test. */
    private static final String SHORT_SILENCE = "socketTimeout=5";

    private static final int MOST = 40;

    @TempDir
    private static Path shared;

    private static PostgresServer database;

    @TempDir
    private Path folder;

    private Post post;
    private Site site;
    private HostProcess host;
    private Caller olivia;

    @BeforeAll
    static void startDatabase() {
        database = PostgresServer.start(shared.resolve("pg"), Map.of("max_connections", String.valueOf(MOST)));
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void start() throws Exception {
        post = new Post();
        site = Site.postgres(folder.resolve("site"), post.port(), database.fresh() + "&" + SHORT_SILENCE);
        host = site.start();
        olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
    }

    @AfterEach
    void stop() {
        host.close();
        post.close();
    }

    @Test
    void a_database_that_is_down() throws Exception {
        database.stopImmediately();
        try {
            thenAllAreToldToComeAgain();
        } finally {
            database.startAgain();
        }
        thenItWorks();
    }

    @Test
    void a_database_that_says_nothing() throws Exception {
        database.pause();
        try {
            thenAllAreToldToComeAgain();
        } finally {
            database.resume();
        }
        thenItWorks();
    }

    @Test
    void a_database_whose_connections_others_took() throws Exception {
        Deque<Connection> taken = new ArrayDeque<>();
        try {
            // The host's own too: ended, and taken before it gets them back.
            HostProcess.await("no connection of the host", () -> take(taken) == MOST);

            thenAllAreToldToComeAgain();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        thenItWorks();
    }

    /** Takes all connections that there are now: how many it has. Those that were ended may take a moment to go. */
    private int take(Deque<Connection> taken) {
        try {
            if (taken.isEmpty()) {
                taken.add(database.connect());
            }
            try (var statement = taken.getFirst().createStatement()) {
                statement.execute(END_ALL);
                while (true) {
                    taken.add(database.connect());
                }
            } catch (SQLException full) {
                assertThat(full.getSQLState()).isEqualTo("53300");
            }
            return taken.size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("promise:P24")
    void a_storm_of_ended_connections_in_traffic() throws Exception {
        Journal journal = new Journal(folder.resolve("journal"));
        Traffic traffic = Traffic.begin(olivia, journal, new AtomicLong(), 1);
        try (traffic;
                Connection storm = database.connect();
                var statement = storm.createStatement()) {
            // when all are ended after each acknowledgement, and then a hundred times without a pause
            for (int i = 0; i < 60; i++) {
                long before = journal.acknowledged();
                HostProcess.await("an acknowledgement", () -> journal.acknowledged() > before);
                statement.execute(END_ALL);
            }
            for (int i = 0; i < 100; i++) {
                statement.execute(END_ALL);
            }

            // then it goes on
            long before = journal.acknowledged();
            HostProcess.await("an acknowledgement", () -> journal.acknowledged() > before);
        }
        // and told only what may be told, up to the last answer
        assertThat(traffic.surprises()).isEmpty();
        assertThat(traffic.unavailable()).isPositive();
        System.out.printf(
                "160 times all connections were ended: %d writes acknowledged, %d refused%n",
                journal.acknowledged(), traffic.unavailable());
        thenItWorks();
        assertThat(new Evidence(site.config()).flaws(journal)).isEmpty();
        assertThat(olivia.get("/api/v1/audit/verification")
                        .ok()
                        .json()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        journal.close();
    }

    private void thenAllAreToldToComeAgain() throws IOException {
        assertThat(host.readiness()).isEqualTo("database");
        Caller.Reply read = olivia.get("/api/v1/clients");
        assertThat(read).as(read.status() + " " + read.body()).matches(Unavailable::isToldBy);
        Caller.Reply write = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"));
        assertThat(write).as(write.status() + " " + write.body()).matches(Unavailable::isToldBy);
        assertThat(host.readiness()).isEqualTo("database");
    }

    /** Without being started again. */
    private void thenItWorks() throws IOException {
        assertThat(host.awaitReady().isAlive()).isTrue();
        olivia.get("/api/v1/clients").ok();
        olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .ok();
    }
}
