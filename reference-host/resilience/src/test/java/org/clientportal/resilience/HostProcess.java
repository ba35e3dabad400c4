package org.clientportal.resilience;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A host that runs as a process of its own, to be paused, killed and asked from outside; ended by {@link #close}. */
final class HostProcess implements AutoCloseable {
    private static final Pattern SERVING = Pattern.compile("serving \\d+ practices on \\S+:(\\d+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Only so that a test which hangs says so: on a busy machine a host under a turned clock takes a minute to start. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;
    private final String address;

    private HostProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        try {
            await("a port in " + output, () -> !process.isAlive() || serving().find());
            Matcher port = serving();
            if (!port.find()) {
                throw new AssertionError("the host ended with " + process.exitValue() + ":\n" + output());
            }
            this.address = "http://127.0.0.1:" + port.group(1);
        } catch (AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /**
     * Starts {@code serve} and waits until it listens; whether it is ready is asked with {@link #awaitReady}.
     *
     * @param before words before the Java command, such as those of a tracer
     * @param environment variables on top of this process's own
     * @param output where its log goes; begun anew
     */
    static HostProcess start(List<String> before, Map<String, String> environment, Path config, Path output) {
        List<String> command = new ArrayList<>(before);
        command.addAll(java());
        command.addAll(List.of("org.clientportal.host.Main", "serve", "--config", config.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            Files.deleteIfExists(output);
            return new HostProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This Java, with a small heap, and the class path of the tests without the tests. */
    private static List<String> java() {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                path);
    }

    /** {@code http://127.0.0.1:port}. */
    String address() {
        return address;
    }

    int port() {
        return URI.create(address).getPort();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it logged so far. */
    String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ok}, or the reason why it is not ready; {@code no answer} when there is none. */
    String readiness() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .strip();
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HostProcess awaitReady() {
        await("readiness", () -> readiness().equals("ok"));
        return this;
    }

    /** Ends it as a power cut would, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        await("the end of " + pid(), () -> !process.isAlive());
    }

    /** Freezes it ({@code SIGSTOP}) until {@link #resume}. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    /** Asks it to stop, and waits until it did. */
    void stop() {
        process.destroy();
        await("the end of " + pid(), () -> !process.isAlive());
    }

    /** Ends it in any case. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError(pid() + " could not be sent " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Matcher serving() {
        return SERVING.matcher(output());
    }

    /** Waits for what comes sooner or later, with a net for what never comes. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
