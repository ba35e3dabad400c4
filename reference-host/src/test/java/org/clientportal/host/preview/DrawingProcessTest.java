package org.clientportal.host.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker process, as whoever started it sees it. */
@Timeout(120)
class DrawingProcessTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("promise:P21")
    void when_nobody_holds_the_other_end_it_ends_in_the_midst_of_drawing() throws Exception {
        // given
        Path file = Files.write(folder.resolve("endless.pdf"), Endless.pdf());
        Process worker = start();
        try {
            DataOutputStream to = new DataOutputStream(worker.getOutputStream());
            new DrawRequest(file, true, 1, 480, 480).write(to);

            // when, as it is when the host is killed
            to.close();

            // then
            assertThat(worker.waitFor()).isZero();
        } finally {
            worker.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawingProcess.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
