package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A secret's time ends between being looked up and being used. */
@Tag("rule:SI-4")
class LastMomentScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    void aLinkThatWasLiveWhenLookedUpIsRefusedAtItsEnd(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        world.clock().forward(Duration.ofMinutes(10).minus(MICRO));
        PortalAuth late = ticking(door);

        // then
        world.when(() -> late.links().redeem(browser, token, Optional.empty(), false))
                .isRefused(AuthError.LINK_EXPIRED);
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    @Scenario
    void aCodeThatWasLiveWhenCountedIsRefusedAtItsEnd(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        world.clock().forward(Duration.ofMinutes(10).minus(MICRO));
        PortalAuth late = ticking(door);

        // then
        world.when(() -> late.codes()
                        .redeem(
                                browser,
                                Side.CONTACT,
                                World.email("Jane Doe").typed(),
                                mailed.code().orElseThrow(),
                                false))
                .isRefused(AuthError.WRONG_CODE);
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    /** A node on whose clock a microsecond passes with each unit. */
    private static PortalAuth ticking(Door door) {
        Ticking clock = new Ticking(door.world.clock().instant());
        return new PortalAuth(door.world.builder().clock(clock).build().units(), door.keys);
    }

    private static final class Ticking extends Clock {
        private Instant next;

        Ticking(Instant start) {
            next = start;
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plus(MICRO);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
