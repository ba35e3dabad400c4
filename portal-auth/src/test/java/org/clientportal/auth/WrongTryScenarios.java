package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Somebody guesses. */
@Tag("rule:SI-10")
@Tag("promise:P5")
class WrongTryScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    void fiveWrongCodesPauseForAMinuteThenTwiceAsLongEachTime(World world) {
        // given
        Door door = new Door(world);
        Visit thief = door.browser("thief");
        guesses(world, door, thief, "Jane Doe", 5);

        for (int minutes : new int[] {1, 2, 4, 8, 15, 15, 15}) {
            // then
            assertThat(world.when(() -> door.types(thief, "Jane Doe", "00000000"))
                            .isRefused(AuthError.TOO_MANY_TRIES)
                            .details())
                    .containsEntry("retryAfter", Integer.toString(minutes * 60));
            world.clock().forward(Duration.ofMinutes(minutes).minus(MICRO));
            world.when(() -> door.types(thief, "Jane Doe", "00000000")).isRefused(AuthError.TOO_MANY_TRIES);

            // when
            world.clock().forward(MICRO);
            guesses(world, door, thief, "Jane Doe", 1);
        }
    }

    @Scenario
    void fiveInMoreThanFifteenMinutesDoNotPause(World world) {
        // given
        Door door = new Door(world);
        Visit browser = door.browser("slow");
        guesses(world, door, browser, "Jane Doe", 4);

        // when
        world.clock().forward(Duration.ofMinutes(15));

        // then
        guesses(world, door, browser, "Jane Doe", 4);
        world.clock().forward(Duration.ofMinutes(15).minus(MICRO));
        guesses(world, door, browser, "Jane Doe", 1);
        world.when(() -> door.types(browser, "Jane Doe", "00000000")).isRefused(AuthError.TOO_MANY_TRIES);
    }

    @Scenario
    void aSuccessClearsWhatWasWrongBefore(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        guesses(world, door, browser, "Jane Doe", 4);
        door.auth.links().send(world.admin(), World.contactId(jane));

        // when
        door.types(browser, "Jane Doe", door.mailTo("Jane Doe").code().orElseThrow());

        // then
        guesses(world, door, door.browser("other"), "Jane Doe", 5);
        world.when(() -> door.types(door.browser("other"), "Jane Doe", "00000000"))
                .isRefused(AuthError.TOO_MANY_TRIES);
    }

    @Scenario
    void aSuccessByLinkClearsTheAllowancesOfPersonAndBrowser(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit own = door.browser("jane");
        Visit other = door.browser("other");
        door.signsIn(own, "Jane Doe");
        guesses(world, door, own, "Jane Doe", 4);
        guesses(world, door, other, "Jane Doe", 4);

        // when
        door.auth.links().send(world.admin(), World.contactId(jane));
        door.opens(own, door.mailTo("Jane Doe").token(), "Jane Doe");

        // then
        guesses(world, door, own, "Jane Doe", 5);
        guesses(world, door, other, "Jane Doe", 5);
    }

    @Scenario
    void aNewCodeDoesNotResetTheCount(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit thief = door.browser("thief");
        guesses(world, door, thief, "Jane Doe", 5);

        // when staff send one
        door.auth.links().send(world.admin(), World.contactId(jane));
        String sent = door.mailTo("Jane Doe").code().orElseThrow();

        // then
        world.when(() -> door.types(thief, "Jane Doe", sent)).isRefused(AuthError.TOO_MANY_TRIES);

        // when one is asked for
        door.asks(thief, "Jane Doe");
        String asked = door.mailTo("Jane Doe").code().orElseThrow();

        // then
        world.when(() -> door.types(thief, "Jane Doe", asked)).isRefused(AuthError.TOO_MANY_TRIES);
    }

    @Scenario
    void aBrowserThatSignedInBeforeHasAnAllowanceOfItsOwn(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit own = door.browser("jane");
        door.signsIn(own, "Jane Doe");

        // when
        guesses(world, door, door.browser("thief"), "Jane Doe", 5);
        world.when(() -> door.types(door.browser("thief"), "Jane Doe", "00000000"))
                .isRefused(AuthError.TOO_MANY_TRIES);

        // then
        door.auth.links().send(world.admin(), World.contactId(jane));
        assertThat(door.isSignedIn(door.types(
                        own, "Jane Doe", door.mailTo("Jane Doe").code().orElseThrow())))
                .isTrue();
    }

    @Scenario
    void aKnownBrowserIsPausedTooInTheEnd(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit own = door.browser("jane");
        door.signsIn(own, "Jane Doe");

        // when
        guesses(world, door, own, "Jane Doe", 5);

        // then
        world.when(() -> door.types(own, "Jane Doe", "00000000")).isRefused(AuthError.TOO_MANY_TRIES);
    }

    @Scenario
    void nobodysGuessingKeepsThePersonFromOpeningTheMailedLink(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("thief"), "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        guesses(world, door, door.browser("thief"), "Jane Doe", 5);
        world.when(() -> door.types(door.browser("thief"), "Jane Doe", "00000000"))
                .isRefused(AuthError.TOO_MANY_TRIES);

        // then
        assertThat(door.isSignedIn(door.opens(door.browser("new phone"), mailed.token(), "Jane Doe")))
                .isTrue();
    }

    @Scenario
    void wrongAddressesForOneLinkPauseToo(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit scanner = door.browser("scanner");
        String token = door.invitationTo("Jane Doe").token();

        // when
        for (int i = 0; i < 5; i++) {
            world.when(() -> door.opens(scanner, token, "John Roe")).isRefused(AuthError.WRONG_EMAIL);
        }

        // then
        world.when(() -> door.opens(scanner, token, "Jane Doe")).isRefused(AuthError.TOO_MANY_TRIES);
        world.clock().forward(Duration.ofMinutes(1));
        assertThat(door.isSignedIn(door.opens(scanner, token, "Jane Doe"))).isTrue();
    }

    @Scenario
    void aNetworkTriesWronglyAHundredTimesAnHour(World world) {
        // given
        Door door = new Door(world);
        Visit network = door.browser("x");
        for (int i = 0; i < 100; i++) {
            guesses(world, door, network, "Person " + i, 1);
        }

        // then
        world.when(() -> door.types(network, "Person 100", "00000000")).isRefused(AuthError.TOO_MANY_TRIES);
        world.when(() -> door.opens(network, "no-such-token")).isRefused(AuthError.TOO_MANY_TRIES);
        guesses(world, door, network.from("198.51.100.1"), "Person 100", 1);

        // when
        world.clock().forward(Duration.ofHours(1));

        // then
        guesses(world, door, network, "Person 100", 1);
    }

    @Scenario
    void rightCodesAreNotChargedToTheNetwork(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit network = door.browser("jane");
        for (int i = 0; i < 99; i++) {
            guesses(world, door, network, "Person " + i, 1);
        }

        // when
        for (int i = 0; i < 3; i++) {
            door.auth.links().send(world.admin(), World.contactId(jane));
            door.types(network, "Jane Doe", door.mailTo("Jane Doe").code().orElseThrow());
        }

        // then
        guesses(world, door, network, "Person 99", 1);
        world.when(() -> door.types(network, "Person 100", "00000000")).isRefused(AuthError.TOO_MANY_TRIES);
    }

    @Scenario
    void aPausedTryIsNotJudgedAndLeavesNoTrace(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        guesses(world, door, browser, "Jane Doe", 5);
        door.auth.links().send(world.admin(), World.contactId(jane));
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // when
        world.when(() -> door.types(browser, "Jane Doe", code)).isRefused(AuthError.TOO_MANY_TRIES);

        // then
        assertThat(door.history(jane)).hasSize(5);
        world.clock().forward(Duration.ofMinutes(1));
        assertThat(door.isSignedIn(door.types(browser, "Jane Doe", code))).isTrue();
    }

    private static void guesses(World world, Door door, Visit visit, String name, int times) {
        for (int i = 0; i < times; i++) {
            world.when(() -> door.types(visit, name, "00000000")).isRefused(AuthError.WRONG_CODE);
        }
    }
}
