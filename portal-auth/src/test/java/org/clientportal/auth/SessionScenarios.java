package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.practice.SessionLimits;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Somebody is signed in: how long, where, and until what. */
class SessionScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:SI-5")
    @Tag("promise:P11")
    void aContactsSessionEndsAnHourAfterItsLastUse(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);

        // when
        world.clock().forward(Duration.ofHours(1).minus(MICRO));
        assertThat(door.isSignedIn(jane)).isTrue();
        world.clock().forward(MICRO);

        // then
        assertThat(door.isSignedIn(jane)).isFalse();
    }

    @Scenario
    @Tag("rule:SI-5")
    @Tag("promise:P11")
    void howeverMuchItIsUsedItEndsAfterTwelveHours(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);
        Instant end = world.clock().instant().plus(Duration.ofHours(12));

        // when
        while (world.clock().instant().isBefore(end.minus(Duration.ofMinutes(30)))) {
            world.clock().forward(Duration.ofMinutes(30));
            door.auth.sessions().touch(world.practiceId(), current(door, jane).session());
        }

        // then
        world.clock().set(end.minus(MICRO));
        assertThat(door.isSignedIn(jane)).isTrue();
        world.clock().set(end);
        assertThat(door.isSignedIn(jane)).isFalse();
    }

    @Scenario
    @Tag("rule:SI-5")
    void thePracticeSaysHowLongItsContactsStay(World world) {
        // given
        Door door = new Door(world);
        door.sessions(new SessionLimits(Duration.ofHours(2), Duration.ofMinutes(15)));

        // when
        Session session = signedIn(world, door).session();

        // then
        assertThat(session.expiresAt()).isEqualTo(World.START.plus(Duration.ofHours(2)));
        assertThat(session.idle()).contains(Duration.ofMinutes(15));
    }

    @Scenario
    @Tag("rule:SI-5")
    void whoStaysSignedInStaysThirtyDaysWithoutAnIdleLimit(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Redeemed.SignedIn jane = (Redeemed.SignedIn)
                door.auth.links().redeem(browser, door.mailTo("Jane Doe").token(), Optional.empty(), true);

        // when
        world.clock().forward(Duration.ofDays(30).minus(MICRO));
        assertThat(door.isSignedIn(jane)).isTrue();
        world.clock().forward(MICRO);

        // then
        assertThat(door.isSignedIn(jane)).isFalse();
    }

    @Scenario
    @Tag("rule:SI-5")
    void useIsNotedOnceAMinute(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);

        // when
        world.clock().forward(Duration.ofMinutes(1).minus(MICRO));
        door.auth.sessions().touch(world.practiceId(), jane.session());

        // then
        assertThat(current(door, jane).session().lastSeenAt()).isEqualTo(World.START);

        // when
        world.clock().forward(MICRO);
        door.auth.sessions().touch(world.practiceId(), jane.session());

        // then
        assertThat(current(door, jane).session().lastSeenAt()).isEqualTo(World.START.plus(Duration.ofMinutes(1)));
        assertThat(current(door, jane).session().version())
                .isEqualTo(jane.session().version());
    }

    @Scenario
    @Tag("promise:P11")
    void anEndedSessionIsNotTouchedBackToLife(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);

        // when
        world.clock().forward(Duration.ofHours(1));
        door.auth.sessions().touch(world.practiceId(), jane.session());

        // then
        assertThat(door.isSignedIn(jane)).isFalse();
    }

    @Scenario
    @Tag("rule:SI-11")
    @Tag("promise:P11")
    void signingInAgainEndsTheBrowsersOldSession(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn first = signedIn(world, door);
        world.clock().forward(Duration.ofMinutes(1));

        // when
        Redeemed.SignedIn second = door.signsIn(
                door.browser("jane").with(List.of("a-token-planted-by-somebody", first.token())), "Jane Doe");

        // then
        assertThat(second.token()).isNotEqualTo(first.token()).isNotEqualTo("a-token-planted-by-somebody");
        assertThat(door.isSignedIn(first)).isFalse();
        assertThat(door.isSignedIn(second)).isTrue();
        assertThat(door.auth.sessions().contact(world.practiceId(), "a-token-planted-by-somebody"))
                .isEmpty();
    }

    @Scenario
    @Tag("promise:P11")
    void everyTokenIsNew(World world) {
        // given
        Door door = new Door(world);
        Set<String> tokens = new HashSet<>();
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        for (int i = 0; i < 50; i++) {
            door.auth.links().send(world.admin(), World.contactId(jane));
            tokens.add(door.mailTo("Jane Doe").token());
            tokens.add(door.opens(door.browser("b"), door.mailTo("Jane Doe").token(), "Jane Doe")
                    .token());
        }

        // then
        assertThat(tokens).hasSize(100);
    }

    @Scenario
    @Tag("rule:SI-12")
    @Tag("promise:P12")
    void signingOutEndsThatSessionOnly(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn laptop = signedIn(world, door);
        world.clock().forward(Duration.ofMinutes(1));
        Redeemed.SignedIn phone = door.signsIn(door.browser("phone"), "Jane Doe");
        Actor jane = door.browser("phone").as(current(door, phone));

        // when
        door.auth.sessions().end(jane, phone.session().id());
        door.auth.sessions().end(jane, phone.session().id());

        // then
        assertThat(door.isSignedIn(phone)).isFalse();
        assertThat(door.isSignedIn(laptop)).isTrue();
        assertThat(world.audited(phone.session().id())).containsExactly("signed_out", "signed_in");
    }

    @Scenario
    @Tag("rule:SI-12")
    void aPersonSeesItsOwnSessionsWithTheirDevices(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit laptop = new Visit(
                world.practiceId(),
                Optional.of("198.51.100.4"),
                Optional.of("t1"),
                Optional.of("Firefox\u0000 on\nWindows"),
                List.of());
        Redeemed.SignedIn first = door.signsIn(laptop, "Jane Doe");
        world.clock().forward(Duration.ofMinutes(1));
        Redeemed.SignedIn second = door.signsIn(door.browser("phone"), "Jane Doe");

        // when
        List<Session> own = door.auth.sessions().own(laptop.as(current(door, first)));

        // then
        assertThat(own)
                .extracting(Session::id)
                .containsExactly(second.session().id(), first.session().id());
        assertThat(own.get(1).device()).contains("Firefox  on Windows");
        assertThat(own.get(1).network()).contains("198.51.100.4");
    }

    @Scenario
    @Tag("rule:SI-12")
    void anotherPersonsSessionIsNotThere(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);
        Actor john = door.invited("John Roe", world.client("Widgets"));

        // then
        world.whenDone(() -> door.auth.sessions().end(john, jane.session().id()))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(door.isSignedIn(jane)).isTrue();
        assertThat(door.auth.sessions().own(john)).isEmpty();
    }

    @Scenario
    @Tag("rule:SI-12")
    @Tag("promise:P12")
    void signingOutEverywhereEndsThemAllOnEveryNode(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn laptop = signedIn(world, door);
        world.clock().forward(Duration.ofMinutes(1));
        Redeemed.SignedIn phone = door.signsIn(door.browser("phone"), "Jane Doe");

        // when
        int ended = door.auth.sessions().endAll(door.browser("phone").as(current(door, phone)));

        // then
        assertThat(ended).isEqualTo(2);
        PortalAuth other = door.anotherNode();
        assertThat(List.of(laptop, phone))
                .allSatisfy(session -> assertThat(other.sessions().contact(world.practiceId(), session.token()))
                        .isEmpty());
    }

    @Scenario
    @Tag("rule:PR-1")
    void aSessionOpensNothingInAnotherPractice(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);

        // then
        assertThat(door.auth.sessions().contact(world.anotherPractice().id(), jane.token()))
                .isEmpty();
    }

    @Scenario
    @Tag("rule:SI-11")
    void aSessionBringsThePersonAndItsGrantsAsTheyAreNow(World world) {
        // given
        Door door = new Door(world);
        Redeemed.SignedIn jane = signedIn(world, door);

        // when
        ContactSession found = current(door, jane);

        // then
        assertThat(found.contact().name()).contains("Jane Doe");
        assertThat(found.grants()).extracting(grant -> grant.client().name()).containsExactly("Acme");
        assertThat(door.browser("jane").as(found).known()).contains(new Actor.Known(found.contact(), found.grants()));
    }

    private static Redeemed.SignedIn signedIn(World world, Door door) {
        door.invited("Jane Doe", world.client("Acme"));
        return door.signsIn(door.browser("jane"), "Jane Doe");
    }

    private static ContactSession current(Door door, Redeemed.SignedIn signedIn) {
        return door.auth
                .sessions()
                .contact(door.world.practiceId(), signedIn.token())
                .orElseThrow();
    }
}
