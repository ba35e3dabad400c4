package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.secret.Credential;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** How often links may be asked for. */
@Tag("rule:SI-10")
class LinkLimitScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("promise:P7")
    void aSecondLinkIsRefusedUntilSixtySecondsHavePassed(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential first = door.mailTo("Jane Doe");

        // when
        world.clock().forward(Duration.ofSeconds(60).minus(MICRO));
        PortalException refusal = ask(world, door, browser, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);

        // then nothing was sent and nothing changed
        assertThat(refusal).isInstanceOf(PortalException.Throttled.class);
        assertThat(refusal.details()).containsEntry("retryAfter", "1");
        assertThat(door.queuedTo(jane)).isEqualTo(2);
        assertThat(door.stateOf(first.token())).isEqualTo(LinkView.State.LIVE);

        // when
        world.clock().forward(MICRO);

        // then
        ask(world, door, browser, "Jane Doe").isDone();
    }

    @Scenario
    @Tag("promise:P28")
    void whatWasAskedForWhileTheClockWasAMonthAheadCountsNoMoreWhenItIsRight(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        Instant right = world.clock().instant();
        world.clock().forward(Duration.ofDays(30));
        ask(world, door, browser, "Jane Doe").isDone();

        // when
        world.clock().set(right);

        // then it counts neither now nor later, and what is asked for now does
        ask(world, door, browser, "Jane Doe").isDone();
        ask(world, door, browser, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);
    }

    @Scenario
    void fiveAnHourAndTenADayAndNoMore(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        for (int i = 0; i < 5; i++) {
            ask(world, door, browser, "Jane Doe").isDone();
            world.clock().forward(Duration.ofMinutes(1));
        }

        // then the sixth of the hour waits until the first is an hour old
        assertThat(ask(world, door, browser, "Jane Doe")
                        .isRefused(AuthError.TOO_MANY_LINKS)
                        .details())
                .containsEntry("retryAfter", "3300");
        world.clock().forward(Duration.ofMinutes(55).minus(MICRO));
        ask(world, door, browser, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);
        world.clock().forward(MICRO);
        for (int i = 0; i < 5; i++) {
            ask(world, door, browser, "Jane Doe").isDone();
            world.clock().forward(Duration.ofMinutes(1));
        }

        // and the eleventh of the day waits until the first is a day old
        world.clock().set(World.START.plus(Duration.ofDays(1)).minus(MICRO));
        ask(world, door, browser, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);
        world.clock().forward(MICRO);
        ask(world, door, browser, "Jane Doe").isDone();
    }

    @Scenario
    @Tag("rule:SI-9")
    void anUnknownAddressIsLimitedAlike(World world) {
        // given
        Door door = new Door(world);
        Visit browser = door.browser("x");
        ask(world, door, browser, "No Body").isDone();

        // when
        PortalException unknown = ask(world, door, browser, "No Body").isRefused(AuthError.TOO_MANY_LINKS);

        // then
        door.invited("Jane Doe", world.client("Acme"));
        ask(world, door, browser, "Jane Doe").isDone();
        PortalException known = ask(world, door, browser, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);
        assertThat(unknown.words()).isEqualTo(known.words());
        assertThat(unknown.details()).isEqualTo(known.details());
        assertThat(door.unknown()).hasSize(1);
    }

    @Scenario
    @Tag("promise:P5")
    void otherSpellingsOfAnAddressAreTheSamePerson(World world) {
        // given
        Door door = new Door(world);
        door.auth.links().ask(door.browser("x"), Side.CONTACT, "i.doe@people.example", Optional.empty());

        // then
        world.whenDone(() -> door.auth
                        .links()
                        .ask(door.browser("y"), Side.CONTACT, "I.DOE@People.Example", Optional.empty()))
                .isRefused(AuthError.TOO_MANY_LINKS);
    }

    @Scenario
    @Tag("rule:CC-16")
    void theTwoSidesOfOneAddressAreLimitedApart(World world) {
        // given
        Door door = new Door(world);
        ask(world, door, door.browser("x"), "No Body").isDone();

        // then
        world.whenDone(() -> door.auth
                        .links()
                        .ask(
                                door.browser("x"),
                                Side.STAFF,
                                World.email("No Body").typed(),
                                Optional.empty()))
                .isDone();
    }

    @Scenario
    void aNetworkAsksForAHundredAnHour(World world) {
        // given
        Door door = new Door(world);
        List<Visit> network = List.of(
                Visit.to(world.practiceId()).from("2001:db8:1:2::1"),
                Visit.to(world.practiceId()).from("2001:db8:1:2:ffff::2"));
        for (int i = 0; i < 100; i++) {
            ask(world, door, network.get(i % 2), "Person " + i).isDone();
        }

        // then
        ask(world, door, network.get(0), "Person 100").isRefused(AuthError.TOO_MANY_LINKS);
        ask(world, door, Visit.to(world.practiceId()).from("2001:db8:1:3::1"), "Person 100")
                .isDone();

        // when
        world.clock().forward(Duration.ofHours(1).minus(MICRO));
        ask(world, door, network.get(1), "Person 101").isRefused(AuthError.TOO_MANY_LINKS);
        world.clock().forward(MICRO);

        // then
        ask(world, door, network.get(1), "Person 101").isDone();
    }

    @Scenario
    void aRefusedNetworkChargesNobody(World world) {
        // given
        Door door = new Door(world);
        Visit network = door.browser("x");
        for (int i = 0; i < 100; i++) {
            ask(world, door, network, "Person " + i).isDone();
        }

        // when
        ask(world, door, network, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);

        // then
        ask(world, door, network.from("198.51.100.1"), "Jane Doe").isDone();
    }

    @Scenario
    @Tag("promise:P7")
    void howeverOftenAnOutsiderAsksMailsAreFewAndTheNewestLinkWorks(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        for (int second = 0; second < 600; second++) {
            world.when(() -> {
                door.asks(door.browser("outsider"), "Jane Doe");
                return true;
            });
            world.clock().forward(Duration.ofSeconds(1));
        }

        // then
        assertThat(door.queuedTo(jane)).as("one invitation and five links").isEqualTo(6);
        assertThat(door.isSignedIn(
                        door.opens(door.browser("jane"), door.mailTo("Jane Doe").token(), "Jane Doe")))
                .isTrue();
    }

    @Scenario
    @Tag("promise:P5")
    void aBrowserThatSignedInBeforeHasAnAllowanceOfItsOwn(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit own = door.browser("jane");
        door.signsIn(own, "Jane Doe");
        world.clock().forward(Duration.ofDays(1));

        // when an outsider uses up the day's links
        Visit outsider = door.browser("outsider").from("198.51.100.1");
        for (int i = 0; i < 10; i++) {
            ask(world, door, outsider, "Jane Doe").isDone();
            world.clock().forward(Duration.ofMinutes(15));
        }
        ask(world, door, outsider, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);

        // then
        assertThat(door.isSignedIn(door.signsIn(own, "Jane Doe"))).isTrue();

        // and it is an allowance, no more
        ask(world, door, own, "Jane Doe").isRefused(AuthError.TOO_MANY_LINKS);
        ask(world, door, own, "John Roe").isDone();
        ask(world, door, outsider, "John Roe").isRefused(AuthError.TOO_MANY_LINKS);
    }

    @Scenario
    void whatStaffSendIsNeverRefusedAndDoesNotCount(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        ask(world, door, browser, "Jane Doe").isDone();

        // when
        for (int i = 0; i < 20; i++) {
            door.auth.links().send(world.admin(), World.contactId(jane));
        }

        // then
        world.clock().forward(Duration.ofSeconds(60));
        ask(world, door, browser, "Jane Doe").isDone();
    }

    @Scenario
    @Tag("promise:P5")
    void theCountSurvivesARestartAndIsSharedByAllNodes(World world) {
        // given
        Door door = new Door(world);
        ask(world, door, door.browser("x"), "Jane Doe").isDone();

        // when
        PortalAuth other = door.anotherNode();

        // then
        world.whenDone(() -> other.links()
                        .ask(
                                door.browser("x"),
                                Side.CONTACT,
                                World.email("Jane Doe").typed(),
                                Optional.empty()))
                .isRefused(AuthError.TOO_MANY_LINKS);
    }

    private static Outcome<Boolean> ask(World world, Door door, Visit visit, String name) {
        return world.whenDone(() -> door.asks(visit, name));
    }
}
