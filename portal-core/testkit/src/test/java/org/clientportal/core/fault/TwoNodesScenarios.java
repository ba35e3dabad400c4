package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.clientportal.core.Portal;
import org.clientportal.model.document.Trash;
import org.clientportal.testkit.Race;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Two nodes whose jobs run at the same time. */
class TwoNodesScenarios {
    @Scenario
    @Tag("rule:DO-5")
    @Tag("promise:P25")
    void twoNodesThatPurgeAtOncePurgeEachDocumentOnceAndNeitherFails(World world) {
        // given
        Portal one = node(world);
        Stage stage = new Stage(world, one);
        IntStream.range(0, 40).forEach(i -> stage.trashed(i + ".pdf"));
        world.clock().forward(Trash.KEPT.plus(Duration.ofDays(1)));

        // when
        Race.of(rounds(one, world), rounds(node(world), world));

        // then
        assertThat(stage.trash()).isEmpty();
        assertThat(stage.audited("document_purged")).isEqualTo(40);
        stage.thenNothingIsLeftOver();
    }

    private static Portal node(World world) {
        return world.builder()
                .storage(new OnePractice(world.storage(), world.practiceId()))
                .build();
    }

    private static Supplier<Boolean> rounds(Portal portal, World world) {
        return () -> {
            Site site = new Site(portal, world.content(), Faults.none());
            site.purge();
            site.sweep();
            return true;
        };
    }
}
