package org.clientportal.benchmarks.http;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clientportal.benchmarks.data.Database;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.benchmarks.peer.PlainServer;
import org.clientportal.host.Main;

/**
 * A server in a process of its own, the same Java and options for all that are compared.
 *
 * @param port where it listens on 127.0.0.1
 */
record Server(Process process, int port) implements AutoCloseable {
    private static final String READY = "serving ";

    /** The reference host, as {@code portal serve} runs it. */
    static Server portal(Path folder, Database database, Path keys) throws IOException {
        int port = freePort();
        Path config = folder.resolve("portal-" + database.engine() + ".yaml");
        List<String> lines = new ArrayList<>(List.of(
                "listen: {host: 127.0.0.1, port: " + port + "}",
                "data: " + data(folder, database),
                "keys-file: " + keys,
                "smtp: {host: 127.0.0.1, port: 25, security: none, from: portal@miller.example}"));
        lines.add(
                database.engine() == Engine.SQLITE
                        ? "database: {sqlite: \"" + database.file() + "\"}"
                        : "database: {url: \"" + database.url() + "\", user: " + database.user() + "}");
        Files.write(config, lines);
        Path log = folder.resolve("portal-" + database.engine() + ".log");
        Process process = java(Main.class, log, "serve", "--config", config.toString());
        await(process, log, text -> text.contains(READY));
        return new Server(process, port);
    }

    /** Where the portal keeps bytes. */
    static Path files(Path folder, Database database) {
        return data(folder, database).resolve("files");
    }

    private static Path data(Path folder, Database database) {
        return folder.resolve("data-" + database.engine());
    }

    /** The peer written by hand. */
    static Server plain(Path folder, Database database, Path keys, int constantBytes) throws IOException {
        Path log = folder.resolve("plain-" + database.engine() + ".log");
        Process process = java(
                PlainServer.class,
                log,
                database.engine().name(),
                database.url(),
                database.user(),
                keys.toString(),
                String.valueOf(constantBytes));
        String port = await(process, log, text -> text.lines().anyMatch(line -> line.matches("\\d+")));
        return new Server(
                process,
                port.lines()
                        .filter(line -> line.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElseThrow());
    }

    /** How much processor time it has taken so far. */
    long processorMillis() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static Process java(Class<?> main, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-Xlog:disable", "-Djava.awt.headless=true"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        Stream.of(System.getProperty("benchmarks.java", "").split(" ", -1))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path").replace("\n", ""), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
    }

    private static String await(Process process, Path log, java.util.function.Predicate<String> ready)
            throws IOException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            String text = Files.readString(log);
            if (ready.test(text)) {
                return text;
            }
            pause();
        }
        process.destroy();
        throw new IllegalStateException(
                String.format(Locale.ROOT, "a server did not start:%n%s", Files.readString(log)));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
