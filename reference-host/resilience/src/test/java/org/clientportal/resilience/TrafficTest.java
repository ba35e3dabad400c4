package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of kills rely on judges every answer, the last as well, and hides no surprise of its own. */
@Tag("full")
class TrafficTest {
    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private Journal journal;
    private HttpServer server;
    private volatile int status;
    private volatile String body = "";

    @BeforeEach
    void start() throws IOException {
        journal = new Journal(folder.resolve("journal"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.countDown();
            await(mayAnswer);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        journal.close();
    }

    @Test
    void an_answer_that_came_when_it_was_told_to_end_is_judged_too() {
        // given
        status = 500;
        body = "{}";
        Traffic traffic = traffic();
        await(asked);
        assertThatThrownBy(traffic::surprises).isInstanceOf(IllegalStateException.class);

        // when
        mayAnswer.countDown();
        traffic.close();

        // then
        assertThat(traffic.surprises()).contains("500 {}");
    }

    @Test
    void a_success_that_nobody_understands_is_a_surprise() {
        // given
        status = 201;
        body = "{\"id\":";
        Traffic traffic = traffic();
        await(asked);

        // when
        mayAnswer.countDown();
        traffic.close();

        // then
        assertThat(traffic.surprises()).isNotEmpty().allMatch(surprise -> surprise.contains("JsonEOFException"));
        assertThat(journal.clients()).isEmpty();
    }

    private Traffic traffic() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Traffic.begin(new Caller(address, Optional.of("token")), journal, new AtomicLong(), 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
