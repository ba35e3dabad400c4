package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.unit.Units;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.DatabaseClock;
import org.clientportal.testkit.MemoryUnderTest;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The job reaches every practice, so it has a storage of its own here. */
class HistoryPurgeTest {
    private final World world = new World(new MemoryUnderTest().open());
    private final PortalAuth auth = new PortalAuth(world.portal().units(), world.keys());
    private final HistoryPurge purge = new HistoryPurge(world.portal().units());

    @Test
    @Tag("rule:SI-9")
    void aTryIsKeptFor30DaysAndForgottenThen() {
        // given
        auth.links().ask(Visit.to(world.practiceId()), Side.CONTACT, "nobody@people.example", Optional.empty());

        // when
        world.clock().forward(Duration.ofDays(30));
        purge.run(world.clock().instant());

        // then
        assertThat(unknown()).hasSize(1);

        // when
        world.clock().forward(Duration.ofNanos(1_000));
        purge.run(world.clock().instant());

        // then
        assertThat(unknown()).isEmpty();
    }

    @Test
    @Tag("rule:SI-9")
    @Tag("promise:P28")
    void aNodeWhoseClockIsAheadForgetsNothingBeforeItsTime() {
        // given
        auth.links().ask(Visit.to(world.practiceId()), Side.CONTACT, "nobody@people.example", Optional.empty());
        Instant right = world.clock().instant();
        Units ahead = world.builder()
                .storage(new DatabaseClock(world.storage(), right))
                .build()
                .units();

        // when
        new HistoryPurge(ahead).run(right.plus(Duration.ofDays(31)));

        // then
        assertThat(unknown()).hasSize(1);
    }

    private List<SignInAttempt> unknown() {
        return auth.history().unknown(world.admin(), PageRequest.first(10)).items();
    }
}
