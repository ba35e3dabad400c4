package org.clientportal.resilience;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests of many threads that let go together, each with a connection of its own that is open already. */
final class Volley implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final Pattern OUTCOME = Pattern.compile("\"(?:code|result)\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([\\w.-]+)\"");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What came back: how often each outcome, such as {@code link_used}, and the tokens of those who got in. */
    record Answers(Map<String, Integer> outcomes, List<String> tokens) {}

    /** One request: to a port, the whole text. */
    record Shot(int port, String request) {}

    Answers fire(List<Shot> shots) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(shots.size());
        List<Future<String>> all = new ArrayList<>();
        for (Shot shot : shots) {
            all.add(threads.submit(() -> fire(shot, barrier)));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> tokens = new ArrayList<>();
        for (Future<String> one : all) {
            String body = one.get();
            outcomes.merge(first(OUTCOME, body), 1, Integer::sum);
            if (body.contains("SIGNED_IN")) {
                tokens.add(first(TOKEN, body));
            }
        }
        return new Answers(outcomes, tokens);
    }

    private static String fire(Shot shot, CyclicBarrier barrier) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shot.port)) {
            // Only so that a test which hangs says so; and no port of ours is kept for a minute after each shot.
            socket.setSoTimeout(60_000);
            socket.setSoLinger(true, 0);
            byte[] bytes = shot.request.getBytes(StandardCharsets.UTF_8);
            barrier.await();
            socket.getOutputStream().write(bytes);
            return body(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static String body(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no answer, but: " + head);
            }
            head.append((char) one);
        }
        return new String(in.readNBytes(Integer.parseInt(first(LENGTH, head.toString()))), StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("not understood: " + text);
        }
        return matcher.group(1);
    }

    /** A POST of JSON, from a network and a browser. */
    static String post(String path, String network, String cookie, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: " + network
                + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
