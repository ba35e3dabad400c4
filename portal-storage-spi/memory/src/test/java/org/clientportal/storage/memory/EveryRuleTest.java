package org.clientportal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The rules and the kit's tests name the same numbers. */
class EveryRuleTest {
    @Test
    @DisplayName("every storage rule has a test in the kit that names it, and no test names another")
    void everyRuleIsProved() throws IOException {
        Set<String> stated = Rules.stated();
        stated.removeAll(Rules.WITHOUT_STATEMENTS);

        Set<String> proved = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FaultyStorage.class), selectClass(FaultyContent.class))
                .execute()
                .testEvents()
                .succeeded()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .flatMap(Rules::in)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(proved).isEqualTo(stated);
    }
}
