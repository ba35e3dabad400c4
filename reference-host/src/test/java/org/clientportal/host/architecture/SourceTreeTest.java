package org.clientportal.host.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTreeTest {
    private static final int LONGEST = 400;

    @Test
    void no_source_file_is_longer_than_a_head_can_hold() throws IOException {
        Path root = Path.of(System.getProperty("portal.root"));

        List<Path> sources = sources(root);

        assertThat(sources).as("sources under %s", root).hasSizeGreaterThan(100);
        assertThat(sources)
                .allSatisfy(file -> assertThat(lines(file))
                        .as("lines of %s", root.relativize(file))
                        .isLessThanOrEqualTo(LONGEST));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().contains("target/"))
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
