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

/** One worker process, as the host holds it. Used by one thread at a time; any may close it. */
final class Worker implements AutoCloseable {
    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;

    private final CompletableFuture<Void> ended;

    private Worker(Process process, Path folder) {
        this.process = process;
        this.ended = process.onExit().thenRunAsync(() -> DrawingFolder.delete(folder));
        this.to = new DataOutputStream(process.getOutputStream());
        this.from = new DataInputStream(process.getInputStream());
    }

    /** Starts one that writes nowhere but into a folder of its own, which goes when it ends. */
    static Worker start(int heapMegabytes, DrawingFolder folders) throws IOException {
        Path folder = folders.folder();
        ProcessBuilder command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // What a file breaks in it must not leave the file's bytes elsewhere.
                "-XX:ErrorFile=" + folder.resolve("error"),
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folders.shared(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                DrawingProcess.class.getName()));
        // It needs no secret that the host was started with.
        command.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot"));
        command.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Worker(command.start(), folder);
        } catch (IOException cannotStart) {
            DrawingFolder.delete(folder);
            throw cannotStart;
        }
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

    /** Ends it, and waits until nothing of it is left. */
    @Override
    public void close() {
        process.destroyForcibly();
        ended.join();
    }
}
