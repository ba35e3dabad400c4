package org.clientportal.host.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTreeTest {
    private static final int LONGEST = 400;
    private static final Pattern HAS_TESTS = Pattern.compile(
            "^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|ArchTest|Nested)\\b", Pattern.MULTILINE);

    /** As the build's surefire plugin has it. */
    private static final Pattern RUNS = Pattern.compile(".*(Test|Scenarios|Journey)\\.java");

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

    /** A test by another name would be compiled and never run, unless a test runs it itself and says what must come of it. */
    @Test
    void every_class_with_tests_has_a_name_that_the_build_runs() throws IOException {
        Path root = Path.of(System.getProperty("portal.root"));

        List<Path> sources = sources(root).stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .toList();
        String all = sources.stream().map(SourceTreeTest::text).collect(Collectors.joining("\n"));
        List<Path> tests = sources.stream()
                .filter(file -> HAS_TESTS.matcher(text(file)).find())
                .filter(file -> !all.contains("selectClass(" + name(file) + ".class)"))
                .toList();

        assertThat(tests).as("files with tests under %s", root).isNotEmpty();
        assertThat(tests)
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches(RUNS));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().contains("target/"))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
