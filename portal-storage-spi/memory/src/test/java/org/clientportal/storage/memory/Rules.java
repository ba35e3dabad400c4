package org.clientportal.storage.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules by number, as {@code RULES.md} states them and as tests name them. */
final class Rules {
    /** Seen only by counting an engine's statements, which the adapter that has some does for itself. */
    static final Set<String> WITHOUT_STATEMENTS = Set.of("STO-29");

    private static final Pattern RULE = Pattern.compile("STO-\\d\\d");

    private Rules() {}

    static Set<String> stated() throws IOException {
        Path rules = Path.of(System.getProperty("portal.root"), "portal-storage-spi", "RULES.md");
        return Files.readAllLines(rules).stream()
                .filter(line -> line.startsWith("- **"))
                .flatMap(line -> in(line).limit(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> in(String text) {
        return RULE.matcher(text).results().map(MatchResult::group);
    }
}
