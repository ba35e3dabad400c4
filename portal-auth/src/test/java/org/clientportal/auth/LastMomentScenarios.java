package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.practice.Admission;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A secret's time ends, or its person changes, between the units of a try. */
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

    @Scenario
    @Tag("promise:P8")
    void aCodeOpensNothingOnceItsPersonHasAnotherAddress(World world) {
        // given
        Door door = new Door(world);
        door.admission(Admission.ON_ADD);
        Actor jane = world.contact("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // when the address is another one after the try was counted and before it is judged
        PortalAuth meanwhile = meanwhile(door, 2, () -> door.moves(jane));

        // then
        world.when(() -> meanwhile
                        .codes()
                        .redeem(browser, Side.CONTACT, World.email("Jane Doe").typed(), code, false))
                .isRefused(AuthError.WRONG_CODE);
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    /** A node during whose units something else happens: before the unit of this number. */
    private static PortalAuth meanwhile(Door door, int unit, Runnable happens) {
        AtomicInteger units = new AtomicInteger();
        return node(door, () -> {
            if (units.incrementAndGet() == unit) {
                happens.run();
            }
            return door.world.clock().instant();
        });
    }

    /** A node on whose clock a microsecond passes with each unit. */
    private static PortalAuth ticking(Door door) {
        AtomicReference<Instant> next = new AtomicReference<>(door.world.clock().instant());
        return node(door, () -> next.getAndUpdate(now -> now.plus(MICRO)));
    }

    private static PortalAuth node(Door door, InstantSource clock) {
        Clock inUtc = clock.withZone(ZoneOffset.UTC);
        return new PortalAuth(door.world.builder().clock(inUtc).build().units(), door.keys);
    }
}
