package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While one client does its worst, another's every request is answered, and the process stays within its bounds. */
@Tag("full")
@Tag("promise:P21")
class HostileClientTest {
    private static final int REQUESTS = Integer.getInteger("portal.canary.requests", 200);
    /** In milliseconds, of 99 in a hundred; whoever wants to know how long it takes says how long it may. */
    private static final long LIMIT = Long.getLong("portal.canary.limit", Long.MAX_VALUE);

    @TempDir
    private static Path folder;

    private static Post post;
    private static Site site;
    private static HostProcess host;
    private static Caller olivia;

    @BeforeAll
    static void start() throws IOException {
        post = new Post();
        site = Site.sqlite(folder, post.port());
        host = site.start();
        olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
    }

    @AfterAll
    static void stop() {
        host.close();
        post.close();
    }

    @ParameterizedTest
    @EnumSource
    void another_client_is_answered_and_nothing_runs_out(HostileClient.Kind kind) throws Exception {
        // given
        long[] nanos = new long[REQUESTS];
        Process hostile = hostile(kind);
        try {
            assertThat(hostile.inputReader().readLine()).isEqualTo("ready");

            // when
            for (int i = 0; i < REQUESTS; i++) {
                long begin = System.nanoTime();
                assertThat(canary(i)).startsWith("HTTP/1.1 200");
                nanos[i] = System.nanoTime() - begin;
            }

            // then
            assertThat(hostile.isAlive()).as("it was hostile to the end").isTrue();
            assertThat(status("Threads")).isLessThan(400);
            assertThat(status("VmRSS")).as("kilobytes").isLessThan(900_000);
            assertThat(new File("/proc/" + host.pid() + "/fd").list()).hasSizeLessThan(16_000);
            assertThat(stored()).as("bytes of documents").isZero();
            report(kind, nanos);
            assertThat(nanos[nanos.length * 99 / 100] / 1_000_000)
                    .as("milliseconds, of 99 in a hundred")
                    .isLessThan(LIMIT);
        } finally {
            hostile.destroyForcibly().waitFor();
        }
    }

    /** By turns the sign-in page and a page of the interface, each over a connection of its own, from another address. */
    private static String canary(int i) throws IOException {
        String line = i % 2 == 0 ? "GET /sign-in" : "GET /api/v1/clients";
        try (Wire wire = Wire.to(host.port(), Optional.empty())) {
            return wire.send(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + olivia.authorization()
                            + "\r\n")
                    .all();
        }
    }

    private static Process hostile(HostileClient.Kind kind) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileClient.class.getName(),
                        kind.name(),
                        String.valueOf(host.port()))
                .redirectError(folder.resolve("hostile.log").toFile())
                .start();
    }

    private static long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + host.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static long stored() throws IOException {
        try (var all = Files.walk(site.data().resolve("files"))) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static void report(HostileClient.Kind kind, long[] nanos) throws IOException {
        Arrays.sort(nanos);
        System.out.printf(
                "%s by %d connections: of %d requests of another client half took %.1f ms, 99%% at most %.1f ms, all %.1f ms;"
                        + " %d threads, %d MiB resident%n",
                kind,
                kind.connections,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                status("Threads"),
                status("VmRSS") >> 10);
    }
}
