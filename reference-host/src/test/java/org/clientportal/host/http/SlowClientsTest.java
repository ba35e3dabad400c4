package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that keep a request going without ever saying nothing for long. */
@Tag("promise:P21")
class SlowClientsTest {
    private static final String UPLOAD =
            "POST /api/v1/raw HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000000\r\n\r\n";
    private static final String SMALL =
            "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n";
    private static final String DOWNLOAD = "GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String WORK = "GET /work HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String WAIT = "GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String HOME = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final int MORE_THAN_THREADS = 300;
    private static final int A_WHILE = 500;
    private static final int ROOM = 10;
    private static final HttpLimits PATIENT = limits(Duration.ofHours(1), 1);
    private static final HttpLimits IMPATIENT = limits(Duration.ofSeconds(1), 1L << 40);

    @ParameterizedTest
    @ValueSource(strings = {UPLOAD, DOWNLOAD})
    void one_network_uses_up_its_own_share_of_the_threads_and_nobody_elses(String slow) throws IOException {
        // given
        try (TestSite site = new TestSite(PATIENT);
                Crowd hostile = new Crowd()) {
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                hostile.sockets.add(connect(site, "127.0.0.1", slow));
            }

            // then
            assertAnswered(site, "127.0.0.2");
        }
    }

    @Test
    void a_few_of_one_network_are_worked_on_at_a_time_and_others_have_turns_of_their_own() throws IOException {
        // given
        try (TestSite site = new TestSite(PATIENT);
                Crowd busy = new Crowd()) {
            for (int i = 0; i < PATIENT.share(); i++) {
                busy.sockets.add(connect(site, "127.0.0.1", WORK));
            }

            // when
            for (int i = 0; i < PATIENT.share(); i++) {
                assertAnswered(site, "127.0.0.2");
            }
            site.mayEnd.countDown();
            for (Socket socket : busy.sockets) {
                socket.getInputStream().read();
            }

            // then
            assertThat(site.mostAtWork.get()).isLessThanOrEqualTo(Site.TURNS);
        }
    }

    @Test
    void a_request_that_waits_for_something_else_keeps_no_turn_from_its_network() throws IOException {
        // given
        try (TestSite site = new TestSite(PATIENT);
                Crowd waiting = new Crowd()) {
            for (int i = 0; i < PATIENT.share() - 1; i++) {
                waiting.sockets.add(connect(site, "127.0.0.1", WAIT));
            }

            // then
            assertAnswered(site, "127.0.0.1");
            site.mayEnd.countDown();
            for (Socket socket : waiting.sockets) {
                assertThat(socket.getInputStream().read()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UPLOAD, SMALL, DOWNLOAD})
    void a_request_that_waits_for_its_client_keeps_no_turn_from_its_network(String slow) throws IOException {
        // given
        try (TestSite site = new TestSite(PATIENT);
                Crowd waiting = new Crowd()) {
            for (int i = 0; i < PATIENT.share() - 1; i++) {
                waiting.sockets.add(connect(site, "127.0.0.1", slow));
            }

            // then
            assertAnswered(site, "127.0.0.1");
        }
    }

    @Test
    void a_body_that_trickles_is_cut() throws IOException {
        assertCut(IMPATIENT, UPLOAD);
    }

    @Test
    void a_small_body_that_takes_longer_than_silence_may_last_is_cut() throws IOException {
        // given a pace that a large body may have
        HttpLimits limits = limits(Duration.ofSeconds(1), 1);
        // then
        assertCut(limits, SMALL);
    }

    private static void assertCut(HttpLimits limits, String beginning) throws IOException {
        try (TestSite site = new TestSite(limits);
                Socket socket = connect(site, "127.0.0.1", beginning)) {
            // when
            int sent = 0;
            while (socket.getInputStream().available() == 0 && sent < A_WHILE) {
                socket.getOutputStream().write('x');
                sent++;
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            // then
            assertThat(sent).isLessThan(A_WHILE);
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void when_there_is_room_for_no_more_the_silent_ones_make_room() throws IOException {
        // given
        HttpLimits narrow = new HttpLimits(1 << 10, 1 << 10, 10, 10, 16 << 10, ROOM, 64, Duration.ofMillis(300), 256);
        try (TestSite site = new TestSite(narrow);
                Crowd silent = new Crowd()) {
            for (int i = 0; i < 5 * ROOM; i++) {
                silent.sockets.add(connect(site, "127.0.0.1", ""));
            }
            // when
            try (Socket last = connect(site, "127.0.0.2", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
                // then
                assertThat(new String(last.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
                assertThat(site.server.connections()).isLessThanOrEqualTo(ROOM + 1);
            }
        }
    }

    @Test
    void what_nobody_reads_waits_in_its_file_and_not_in_memory() throws IOException {
        try (TestSite site = new TestSite(IMPATIENT);
                Socket socket = connect(site, "127.0.0.1", DOWNLOAD)) {
            // when
            socket.getInputStream().read();
            while (site.server.connections() > 0) {
                Thread.onSpinWait();
            }

            // then
            assertThat(site.read.get()).isLessThan(1 << 20);
        }
    }

    private static void assertAnswered(TestSite site, String from) throws IOException {
        try (Socket canary = connect(site, from, HOME)) {
            assertThat(new String(canary.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static Socket connect(TestSite site, String from, String beginning) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), site.server.port(), InetAddress.getByName(from), 0);
        // Only so that a test which hangs says so.
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static HttpLimits limits(Duration idle, long slowest) {
        return new HttpLimits(1 << 10, 1 << 10, 10, 10, 16 << 10, 1000, 64, idle, slowest);
    }

    private static final class Crowd implements AutoCloseable {
        final List<Socket> sockets = new ArrayList<>();

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
