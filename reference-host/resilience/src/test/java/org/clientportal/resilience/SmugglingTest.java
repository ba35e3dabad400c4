package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One request that two readers could take for two: whoever reads it second must never execute what is hidden in its body.
 * The host's own log says which requests it saw. (A proxy that reads a bare LF after a chunk as its end hands on two requests,
 * each well-formed, and answers both: nothing is hidden in that.)
 */
@Tag("full")
@Tag("promise:P21")
class SmugglingTest {
    @TempDir
    private static Path folder;

    private static BehindProxies site;

    @BeforeAll
    static void start() throws Exception {
        site = new BehindProxies(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Head lines of the outer request and its body, with {@code INNER} where the hidden one stands. */
    private static Map<String, String> cases() {
        return Map.ofEntries(
                Map.entry("CL.TE", "Content-Length: LENGTH\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nCHUNK\r\nINNER\r\n0\r\n\r\n"),
                Map.entry(
                        "TE of another name",
                        "Content-Length: LENGTH\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "two TE",
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: LENGTH\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "chunked is not last",
                        "Content-Length: LENGTH\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "space before colon of TE",
                        "Content-Length: LENGTH\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry("space before colon of CL", "Content-Length : LENGTH\r\n\r\nINNER"),
                Map.entry(
                        "tab before TE",
                        "Content-Length: LENGTH\r\n\tTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "obs-fold hides TE",
                        "Content-Length: LENGTH\r\nX-Fold: a\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "obs-fold in TE",
                        "Content-Length: LENGTH\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "vertical tab in TE",
                        "Content-Length: LENGTH\r\nTransfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry("two lengths", "Content-Length: 0\r\nContent-Length: LENGTH\r\n\r\nINNER"),
                Map.entry("two lengths, the other way", "Content-Length: LENGTH\r\nContent-Length: 0\r\n\r\nINNER"),
                Map.entry("a list of lengths", "Content-Length: 0, LENGTH\r\n\r\nINNER"),
                Map.entry("a signed length", "Content-Length: +LENGTH\r\n\r\nINNER"),
                Map.entry("a length with a NUL", "Content-Length: LENGTH\u0000\r\n\r\nINNER"),
                Map.entry("a length in hexadecimal", "Content-Length: 0xLENGTH\r\n\r\nINNER"),
                Map.entry(
                        "bare LF hides TE",
                        "Content-Length: LENGTH\r\nX-Line: a\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "bare CR hides TE",
                        "Content-Length: LENGTH\r\nX-Line: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nINNER"),
                Map.entry(
                        "quoted chunk extension",
                        "Transfer-Encoding: chunked\r\n\r\n1;a=\"\r\nX\r\n0\r\n\r\nINNER\"\r\n0\r\n\r\n"),
                Map.entry(
                        "bare LF in a chunk extension",
                        "Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\nCHUNK\r\nINNER\r\n0\r\n\r\n"),
                Map.entry("bare LF after a chunk", "Transfer-Encoding: chunked\r\n\r\n1\r\nZ\n0\r\n\r\nINNER"),
                Map.entry("a chunk longer than it says", "Transfer-Encoding: chunked\r\n\r\n1\r\nZZ0\r\n\r\nINNER"),
                Map.entry(
                        "a chunk size that overflows",
                        "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\r\nINNER"),
                Map.entry("a negative chunk size", "Transfer-Encoding: chunked\r\n\r\n-1\r\nINNER"),
                Map.entry("a chunk size in C", "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\nINNER"),
                Map.entry("a request in the trailer", "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\nINNER"),
                Map.entry("a body of a length", "Content-Length: LENGTH\r\n\r\nINNER"));
    }

    private static Stream<Arguments> ways() {
        return cases().keySet().stream()
                .sorted()
                .flatMap(name -> Stream.of("directly", "NGINX", "HAPROXY").map(way -> Arguments.of(name, way)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("ways")
    void what_is_hidden_in_a_request_is_never_executed(String name, String way) throws Exception {
        // given
        String hidden = "/hidden-" + UUID.randomUUID();
        String inner = "GET " + hidden + " HTTP/1.1\r\nHost: localhost\r\nX: y\r\n\r\n";

        // when
        Seen seen = send(way, outer() + filled(cases().get(name), inner));

        // then each request that the host saw was one that whoever read it first took for one, and answered
        assertThat(seen.requests).hasSizeLessThanOrEqualTo(seen.answers);
        if (way.equals("directly")) {
            assertThat(seen.requests).noneMatch(line -> line.contains(hidden));
            assertThat(seen.answers).isLessThanOrEqualTo(1);
        }
    }

    /** Without it, what the test above asserts would hold of a log that says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"directly", "NGINX", "HAPROXY"})
    void two_requests_that_are_two_are_seen_as_two(String way) throws Exception {
        // given
        String second = "/second-" + UUID.randomUUID();
        String last = "/last-" + UUID.randomUUID();
        List<String> before = site.requests();

        // when
        String said;
        try (Wire wire = wire(way)) {
            said = wire.send(outer() + "Content-Length: 2\r\n\r\n{}GET " + second
                            + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + last(last))
                    .all();
        }

        // then
        HostProcess.await("three lines", () -> since(before).size() >= 3);
        assertThat(since(before))
                .hasSize(3)
                .anyMatch(line -> line.contains(second))
                .anyMatch(line -> line.contains(last));
        assertThat(answers(said)).isEqualTo(3);
    }

    /** What the host saw of what was sent, and how many answers came. */
    private record Seen(List<String> requests, int answers) {}

    /** A request whose body is read to its end and whose connection stays open for the next. */
    private static String outer() {
        return "POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\n" + site.olivia.authorization()
                + "Content-Type: application/json\r\n";
    }

    private static String filled(String text, String inner) {
        String withInner = text.replace("INNER", inner).replace("CHUNK", Integer.toHexString(inner.length()));
        int body = withInner.length() - withInner.indexOf("\r\n\r\n") - 4;
        return withInner.replace("LENGTH", String.valueOf(body));
    }

    /** Sends it and behind it one more request, which ends the connection if it is taken for one. */
    private static Seen send(String way, String bytes) throws Exception {
        List<String> before = site.requests();
        String last = "/last-" + UUID.randomUUID();
        StringBuilder said = new StringBuilder();
        Seen seen;
        try (Wire wire = wire(way)) {
            wire.send(bytes + last(last));
            int silences = 0;
            do {
                said.append(wire.said());
                seen = seen(since(before), last, answers(said.toString()));
                // What the host saw and did not answer yet, it may still answer.
            } while (seen.requests.size() > seen.answers && !wire.isOver() && ++silences < 30);
        }
        return seen;
    }

    /** Without the request that was sent behind, if it was taken for one. */
    private static Seen seen(List<String> requests, String last, int answers) {
        boolean lastToo = requests.removeIf(line -> line.contains(last));
        return new Seen(requests, lastToo ? answers - 1 : answers);
    }

    private static Wire wire(String way) throws Exception {
        return way.equals("directly") ? site.direct() : site.to(FrontProxy.Kind.valueOf(way));
    }

    private static String last(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static List<String> since(List<String> before) {
        List<String> seen = new ArrayList<>(site.requests());
        seen.removeAll(before);
        return seen;
    }

    private static int answers(String said) {
        return said.split("HTTP/1.1 (?!100)", -1).length - 1;
    }
}
