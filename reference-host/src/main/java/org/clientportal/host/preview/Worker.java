package org.clientportal.host.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One worker process, as the host holds it. Used by one thread at a time. */
final class Worker implements AutoCloseable {
    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;

    private Worker(Process process) {
        this.process = process;
        this.to = new DataOutputStream(process.getOutputStream());
        this.from = new DataInputStream(process.getInputStream());
    }

    static Worker start(int heapMegabytes) throws IOException {
        ProcessBuilder command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                DrawingProcess.class.getName()));
        // It needs no secret that the host was started with.
        command.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot"));
        command.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Worker(command.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @throws IOException if the process broke, or had to be ended because time was up */
    Optional<Picture> draw(DrawRequest wanted, Duration time) throws IOException {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        CompletableFuture<Void> ended = timer.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(process::destroyForcibly);
        try {
            wanted.write(to);
            return DrawAnswer.read(from);
        } catch (IOException broken) {
            throw new IOException(ended.isDone() ? "its time was up" : "it broke", broken);
        } finally {
            timer.cancel(false);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
