package org.clientportal.resilience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a host, or its database, again and again in the midst of traffic, and looks each time whether all that was
 * acknowledged is there and nothing is half. The moments come from a seed.
 */
final class KillRounds implements AutoCloseable {
    private static final int LONGEST_MILLIS = 500;

    private final Post post = new Post();
    private final Site site;
    private final Optional<PostgresServer> database;
    private final Random random;
    private final Journal journal;
    private final Evidence evidence;
    private final AtomicLong numbers = new AtomicLong();
    private final Path archive;
    private final List<String> flaws = new ArrayList<>();
    private final Caller someone;
    private HostProcess host;

    /** @param database a PostgreSQL of its own, or SQLite */
    KillRounds(Path folder, Optional<PostgresServer> database, long seed) throws IOException, SQLException {
        this.database = database;
        this.random = new Random(seed);
        this.site = database.isPresent()
                ? Site.postgres(folder, post.port(), database.get().fresh())
                : Site.sqlite(folder, post.port());
        this.journal = new Journal(folder.resolve("journal"));
        this.evidence = new Evidence(site.config());
        this.archive = folder.resolve("classes.jsa");
        // The first start leaves its classes for all later ones, which are quicker by that.
        host = site.launch(List.of(), Map.of("JAVA_TOOL_OPTIONS", "-XX:ArchiveClassesAtExit=" + archive));
        someone = Site.signIn(host.awaitReady(), post, "STAFF", Site.ADMIN);
        host.stop();
        host = start();
    }

    /** What was found wrong in any round. */
    List<String> flaws() {
        return flaws;
    }

    long acknowledged() {
        return journal.acknowledged();
    }

    /** Kills the host at a moment of its traffic and starts it again. */
    void killHost() throws IOException, SQLException {
        Traffic traffic = traffic();
        try (traffic) {
            pause();
            host.kill();
        }
        flaws.addAll(traffic.surprises());
        host = start();
        look();
    }

    /** Stops the database at once at a moment of the traffic; the host is not touched and must go on by itself. */
    void killDatabase() throws IOException, SQLException {
        PostgresServer server = database.orElseThrow();
        Traffic traffic = traffic();
        try (traffic) {
            pause();
            server.stopImmediately();
            server.startAgain();
            long before = journal.acknowledged();
            HostProcess.await("an acknowledgement", () -> journal.acknowledged() > before);
        }
        flaws.addAll(traffic.surprises());
        host.awaitReady();
        look();
    }

    private Traffic traffic() {
        return Traffic.begin(someone.at(host.address()), journal, numbers, random.nextLong());
    }

    /** From the first request on, or from the first answer. */
    private void pause() {
        if (random.nextBoolean()) {
            long before = journal.acknowledged();
            HostProcess.await("an acknowledgement", () -> journal.acknowledged() > before);
        }
        LockSupport.parkNanos(random.nextInt(LONGEST_MILLIS * 1_000_000));
    }

    private HostProcess start() {
        Map<String, String> classes = Files.exists(archive)
                ? Map.of("JAVA_TOOL_OPTIONS", "-XX:SharedArchiveFile=" + archive)
                : Map.<String, String>of();
        return site.launch(List.of(), classes).awaitReady();
    }

    private void look() throws IOException, SQLException {
        flaws.addAll(evidence.flaws(journal));
        Caller here = someone.at(host.address());
        Optional<String> any = journal.uploads().keySet().stream()
                .filter(id -> !journal.mayBeDeleted(id))
                .findAny();
        if (any.isPresent()) {
            // One over the wire too: the host's own view of it.
            byte[] bytes =
                    here.get("/api/v1/documents/" + any.get() + "/content").ok().bytes();
            if (!Traffic.sha256(bytes).equals(journal.uploads().get(any.get()).sha256())) {
                flaws.add("served otherwise: document " + any.get());
            }
        }
        if (!here.get("/api/v1/audit/verification").ok().json().path("whole").asBoolean()) {
            flaws.add("the audit's chain is broken");
        }
    }

    @Override
    public void close() throws IOException {
        host.close();
        journal.close();
        post.close();
    }
}
