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

    /** How often those who are told that the database is too busy come again; each time fewer do. */
    private static final int TIMES = 50;

    private static final String COME_AGAIN = "storage_unavailable";

    /** What came back in the end: how often each outcome, such as {@code link_used}, and the tokens of those who got in. */
    record Answers(Map<String, Integer> outcomes, List<String> tokens) {}

    /** One request: to a port, the whole text. */
    record Shot(int port, String request) {}

    /** Fires all at once, and those that found no free connection again, until each has an answer of the rules. */
    Answers fire(List<Shot> shots) throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> tokens = new ArrayList<>();
        List<Shot> left = shots;
        for (int time = 0; !left.isEmpty(); time++) {
            List<Shot> again = new ArrayList<>();
            List<String> bodies = together(left);
            for (int i = 0; i < bodies.size(); i++) {
                String outcome = first(OUTCOME, bodies.get(i));
                if (outcome.equals(COME_AGAIN) && time < TIMES) {
                    again.add(left.get(i));
                    continue;
                }
                outcomes.merge(outcome, 1, Integer::sum);
                if (outcome.equals("SIGNED_IN")) {
                    tokens.add(first(TOKEN, bodies.get(i)));
                }
            }
            left = again;
        }
        return new Answers(outcomes, tokens);
    }

    private List<String> together(List<Shot> shots) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(shots.size());
        List<Future<String>> all = new ArrayList<>();
        for (Shot shot : shots) {
            all.add(threads.submit(() -> fire(shot, barrier)));
        }
        List<String> bodies = new ArrayList<>();
        for (Future<String> one : all) {
            bodies.add(one.get());
        }
        return bodies;
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
