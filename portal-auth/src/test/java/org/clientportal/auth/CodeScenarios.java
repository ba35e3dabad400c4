package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.secret.Credential;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Somebody types the code of a mail instead of opening its link. */
@Tag("rule:SI-4")
class CodeScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    void anAskedForCodeSignsInTheBrowserThatAskedAndUsesTheLinkUp(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");
        String code = mailed.code().orElseThrow();

        // when
        Redeemed.SignedIn signedIn = door.types(browser, "Jane Doe", code.substring(0, 4) + " " + code.substring(4));

        // then
        assertThat(signedIn.session().subject()).isEqualTo(jane.principal());
        assertThat(door.isSignedIn(signedIn)).isTrue();
        world.when(() -> door.types(browser, "Jane Doe", code)).isRefused(AuthError.WRONG_CODE);
        world.when(() -> door.opens(browser, mailed.token())).isRefused(AuthError.LINK_USED);
    }

    @Scenario
    void anAskedForCodeIsWorthNothingInAnotherBrowser(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("jane"), "Jane Doe");
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // then
        world.when(() -> door.types(door.browser("thief"), "Jane Doe", code)).isRefused(AuthError.WRONG_CODE);
        world.when(() -> door.types(Visit.to(world.practiceId()), "Jane Doe", code))
                .isRefused(AuthError.WRONG_CODE);
        assertThat(door.isSignedIn(door.types(door.browser("jane"), "Jane Doe", code)))
                .isTrue();
    }

    @Scenario
    void aCodeThatStaffSentWorksInAnyBrowserFor24Hours(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        door.auth.links().send(world.admin(), World.contactId(jane));
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // when
        world.clock().forward(Duration.ofHours(24).minus(MICRO));

        // then
        assertThat(door.isSignedIn(door.types(door.browser("any"), "Jane Doe", code)))
                .isTrue();
    }

    @Scenario
    void aCodeThatStaffSentIsDeadAfter24Hours(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        door.auth.links().send(world.admin(), World.contactId(jane));
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // when
        world.clock().forward(Duration.ofHours(24));

        // then
        world.when(() -> door.types(door.browser("any"), "Jane Doe", code)).isRefused(AuthError.WRONG_CODE);
    }

    @Scenario
    @Tag("rule:IN-11")
    void anInvitationsCodeWorksFor24Hours(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        door.invited("John Roe", world.client("Widgets"));
        String janes = door.invitationTo("Jane Doe").code().orElseThrow();
        String johns = door.invitationTo("John Roe").code().orElseThrow();

        // when
        world.clock().forward(Duration.ofHours(24).minus(MICRO));
        Redeemed.SignedIn signedIn = door.types(door.browser("any"), "Jane Doe", janes);
        world.clock().forward(MICRO);

        // then
        assertThat(door.isSignedIn(signedIn)).isTrue();
        world.when(() -> door.types(door.browser("any"), "John Roe", johns)).isRefused(AuthError.WRONG_CODE);
    }

    @Scenario
    void theFifthWrongCodeKillsTheCodeAndNotTheLink(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");
        String code = mailed.code().orElseThrow();

        // when
        for (int i = 0; i < 5; i++) {
            world.when(() -> door.types(browser, "Jane Doe", Door.not(code))).isRefused(AuthError.WRONG_CODE);
        }
        world.clock().forward(Duration.ofMinutes(1));

        // then
        world.when(() -> door.types(browser, "Jane Doe", code)).isRefused(AuthError.WRONG_CODE);
        assertThat(door.isSignedIn(door.opens(browser, mailed.token()))).isTrue();
    }

    @Scenario
    void theFifthTryMayStillBeTheRightOne(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // when
        for (int i = 0; i < 4; i++) {
            world.when(() -> door.types(browser, "Jane Doe", Door.not(code))).isRefused(AuthError.WRONG_CODE);
        }

        // then
        assertThat(door.isSignedIn(door.types(browser, "Jane Doe", code))).isTrue();
    }

    @Scenario
    @Tag("rule:SI-9")
    void aWrongCodeIsAnsweredAlikeForKnownAndUnknownAddresses(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("jane"), "Jane Doe");

        // when
        PortalException known = world.when(() -> door.types(door.browser("x"), "Jane Doe", "00000000"))
                .isRefused(AuthError.WRONG_CODE);
        PortalException unknown = world.when(() -> door.types(door.browser("x"), "No Body", "00000000"))
                .isRefused(AuthError.WRONG_CODE);

        // then
        assertThat(unknown.words()).isEqualTo(known.words());
        assertThat(unknown.field()).isEqualTo(known.field());
        assertThat(unknown.details()).isEqualTo(known.details());
        assertThat(door.history(jane)).containsExactly("wrong_code");
        assertThat(door.unknown())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.typed()).contains("no.body@people.example"));
    }

    @Scenario
    void whatIsNoCodeIsRefusedAndNotCounted(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String code = door.mailTo("Jane Doe").code().orElseThrow();

        // when
        for (String nonsense :
                new String[] {"", "1234567", "123456789", "abcdefgh", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"
                }) {
            PortalException refusal =
                    world.when(() -> door.types(browser, "Jane Doe", nonsense)).isRefused(AuthError.MALFORMED_CODE);
            assertThat(refusal.field()).contains("code");
        }

        // then
        assertThat(door.isSignedIn(door.types(browser, "Jane Doe", code))).isTrue();
    }
}
