package org.clientportal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The rules and the kit's tests name the same numbers. Isolated: it runs the kit's tests on the storage that they share. */
@Isolated
class EveryRuleTest {
    /**
     * The memory outlives nothing (STO-09), and has no statements to count, which the adapter that has some does for itself
     * (STO-29).
     */
    private static final Set<String> LEFT_TO_ADAPTERS = Set.of("STO-09", "STO-29");

    private static final Pattern RULE = Pattern.compile("STO-\\d\\d");

    @Test
    @DisplayName("every storage rule has a test in the kit that names it, and no test names another")
    void everyRuleIsProved() throws IOException {
        Path rules = Path.of(System.getProperty("portal.root"), "portal-storage-spi", "RULES.md");
        Set<String> stated = Files.readAllLines(rules).stream()
                .filter(line -> line.startsWith("- **"))
                .flatMap(EveryRuleTest::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        stated.removeAll(LEFT_TO_ADAPTERS);

        Set<String> proved = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(MemoryStorageTest.class), selectClass(MemoryContentTest.class))
                .execute()
                .testEvents()
                .succeeded()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .flatMap(EveryRuleTest::rule)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(proved).isEqualTo(stated);
    }

    private static Stream<String> rule(String text) {
        Matcher matcher = RULE.matcher(text);
        return matcher.find() ? Stream.of(matcher.group()) : Stream.empty();
    }
}
