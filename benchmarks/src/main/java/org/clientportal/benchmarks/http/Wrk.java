package org.clientportal.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The load generator wrk, as a process of its own: sends the requests of a list in turn, as fast as answers come. */
final class Wrk {
    private static final Pattern FIGURES = Pattern.compile("figures (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final Path requests;

    /**
     * One request.
     *
     * @param path with its query
     * @param token of the session that it carries
     */
    record Get(String path, String token) {}

    /**
     * What came of a run.
     *
     * @param perSecond answers a second
     * @param bytesPerSecond bytes a second, heads included
     * @param p50 half of the answers came within so many microseconds
     * @param p99 and 99 of 100
     * @param processorMillis of the server's processor time for an answer
     */
    record Rate(double perSecond, double bytesPerSecond, long p50, long p99, double processorMillis) {}

    /** @param folder where the list is put */
    Wrk(Path folder, List<Get> gets) throws IOException {
        script = folder.resolve("visit.lua");
        requests = Files.createTempFile(folder, "requests", ".txt");
        try (InputStream lua = Wrk.class.getResourceAsStream("/org/clientportal/benchmarks/visit.lua")) {
            Files.copy(lua, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                requests,
                gets.stream().map(get -> get.path() + " " + get.token()).collect(Collectors.joining("\n")));
    }

    /** Runs once; fails if any answer is not one of success. */
    Rate run(Server server, int connections, int seconds) throws IOException, InterruptedException {
        long before = server.processorMillis();
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "30s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + server.port(),
                        "--",
                        requests.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher figures = FIGURES.matcher(output);
        if (!figures.find() || !figures.group(4).equals("0")) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        long answers = Long.parseLong(figures.group(1));
        double duration = Long.parseLong(figures.group(2)) / 1e6;
        return new Rate(
                answers / duration,
                Long.parseLong(figures.group(3)) / duration,
                Long.parseLong(figures.group(5)),
                Long.parseLong(figures.group(6)),
                (double) (server.processorMillis() - before) / Math.max(1, answers));
    }
}
