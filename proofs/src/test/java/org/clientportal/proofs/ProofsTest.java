package org.clientportal.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs samples by the launcher and looks at what they prove. */
class ProofsTest {
    @Test
    void onlyWhatRanAndPassedEveryTimeIsAProof() {
        // given
        Proofs proofs = new Proofs();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                proofs.finished(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
            }
        };

        // when
        LauncherDiscoveryRequest samples = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Samples.class))
                .build();
        LauncherFactory.create().execute(samples, listener);

        // then
        assertThat(proofs.of(Subject.PROMISES)).containsOnly(entry("P1", new TreeSet<>(Set.of("Samples#passes"))));
        assertThat(proofs.of(Subject.RULES))
                .containsOnly(
                        entry("PR-1", new TreeSet<>(Set.of("Samples#passes"))),
                        entry("PR-2", new TreeSet<>(Set.of("Samples#passesTwice"))));
    }

    /** Found by no build, since it is no class of its own. */
    static class Samples {
        @Test
        @Tag("rule:PR-1")
        @Tag("promise:P1")
        void passes() {
            assertThat("a").isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Tag("rule:PR-2")
        void passesTwice(int number) {
            assertThat(number).isPositive();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, -2, 3})
        @Tag("rule:PR-3")
        void failsOnce(int number) {
            assertThat(number).isPositive();
        }

        @Test
        @Tag("rule:PR-4")
        void fails() {
            assertThat("a").isEmpty();
        }
    }
}
