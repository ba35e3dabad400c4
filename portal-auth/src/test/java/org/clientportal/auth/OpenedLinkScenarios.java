package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A link is opened: by its person, by a mail scanner, in another browser, twice. */
class OpenedLinkScenarios {
    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P2")
    void lookingAtALinkChangesNothingHoweverOften(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();
        Secret before = door.secret(token);
        String kept = door.kept();

        // when
        for (int i = 0; i < 20; i++) {
            door.auth.links().look(door.browser("scanner" + i), token);
        }

        // then
        assertThat(door.secret(token)).isEqualTo(before);
        assertThat(door.kept()).isEqualTo(kept);
        assertThat(door.history(jane)).isEmpty();
        assertThat(door.isSignedIn(door.opens(browser, token))).isTrue();
    }

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P2")
    void inAnotherBrowserTheEmailAddressIsNeededToo(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("office"), "Jane Doe");
        String token = door.mailTo("Jane Doe").token();
        Visit phone = door.browser("phone");

        // when
        LinkView view = door.auth.links().look(phone, token);

        // then
        assertThat(view)
                .isEqualTo(new LinkView(
                        LinkView.State.LIVE, Optional.of(SecretPurpose.MAGIC_LINK), Side.CONTACT, true, false));
        world.when(() -> door.opens(phone, token)).isRefused(AuthError.EMAIL_NEEDED);
        assertThat(door.isSignedIn(door.opens(phone, token, "Jane Doe"))).isTrue();
    }

    @Scenario
    @Tag("rule:SI-4")
    void aBrowserWithoutACookieNeedsTheEmailAddress(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit bare = Visit.to(world.practiceId());
        door.asks(bare, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // then
        assertThat(door.auth.links().look(bare, token).emailNeeded()).isTrue();
        world.when(() -> door.opens(bare, token)).isRefused(AuthError.EMAIL_NEEDED);
    }

    @Scenario
    @Tag("rule:SI-4")
    void aWrongEmailAddressOpensNothingAndTheFifthKillsTheCodeButNotTheLink(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit office = door.browser("office");
        door.asks(office, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        for (int i = 0; i < 5; i++) {
            world.when(() -> door.opens(door.browser("phone"), mailed.token(), "John Roe"))
                    .isRefused(AuthError.WRONG_EMAIL);
        }

        // then
        assertThat(door.history(jane)).containsOnly("wrong_email").hasSize(5);
        world.when(() -> door.types(office, "Jane Doe", mailed.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
        assertThat(door.isSignedIn(door.opens(office, mailed.token()))).isTrue();
    }

    @Scenario
    @Tag("rule:SI-9")
    @Tag("promise:P1")
    void aUsedLinkSaysSoAndStaffSeeIt(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.signsIn(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        world.when(() -> door.opens(browser, token)).isRefused(AuthError.LINK_USED);

        // then
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.USED);
        assertThat(door.history(jane)).containsExactly("link_used", "signed_in");
        door.thenOneLiveSession(jane);
    }

    @Scenario
    @Tag("rule:SI-9")
    void aLinkThatNeverWasIsUnknown(World world) {
        // given
        Door door = new Door(world);

        // then
        assertThat(door.stateOf("no-such-token")).isEqualTo(LinkView.State.UNKNOWN);
        world.when(() -> door.opens(door.browser("x"), "no-such-token")).isRefused(AuthError.LINK_UNKNOWN);
        assertThat(door.unknown()).isEmpty();
    }

    @Scenario
    @Tag("rule:PR-1")
    @Tag("promise:P8")
    void aLinkOfAnotherPracticeIsUnknownHere(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("jane"), "Jane Doe");
        String token = door.mailTo("Jane Doe").token();
        Practice other = world.anotherPractice();
        Visit there = Visit.to(other.id()).in("jane-browser-token");

        // then
        assertThat(door.auth.links().look(there, token).state()).isEqualTo(LinkView.State.UNKNOWN);
        world.when(() -> door.opens(there, token)).isRefused(AuthError.LINK_UNKNOWN);
    }

    @Scenario
    @Tag("promise:P8")
    void aTokenThatWasChangedIsUnknown(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        String token = door.invitationTo("Jane Doe").token();

        // then
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(door.stateOf(changed)).isEqualTo(LinkView.State.UNKNOWN);
        }
    }

    @Scenario
    @Tag("rule:SI-4")
    void aKeyThatWasRotatedStillOpensWhatItMade(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        PortalAuth rotated = new PortalAuth(world.portal().units(), Door.ring("k2", "k1"));
        Redeemed redeemed = rotated.links().redeem(browser, mailed.token(), Optional.empty(), false);

        // then
        assertThat(redeemed).isInstanceOf(Redeemed.SignedIn.class);
        Redeemed.SignedIn signedIn = (Redeemed.SignedIn) redeemed;
        assertThat(rotated.sessions().contact(world.practiceId(), signedIn.token()))
                .isPresent();
        assertThat(door.isSignedIn(signedIn))
                .as("on a node without the new key")
                .isFalse();
    }
}
