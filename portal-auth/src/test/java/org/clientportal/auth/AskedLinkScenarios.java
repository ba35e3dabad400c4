package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Somebody asks for a link on the sign-in page. */
class AskedLinkScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:SI-2")
    @Tag("rule:SI-4")
    void whoAsksInABrowserSignsInThereWithOneClick(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("jane"), "Jane Doe");

        // then
        assertThat(signedIn.session().subject()).isEqualTo(jane.principal());
        assertThat(door.isSignedIn(signedIn)).isTrue();
    }

    @Scenario
    @Tag("rule:NO-4")
    @Tag("promise:P6")
    void theMailGoesAheadOfNoticesAndItsSecretIsSealed(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        door.asks(door.browser("jane"), "Jane Doe");

        // then
        OutboxMessage mail = door.newest(jane.principal(), Links.MAIL).orElseThrow();
        assertThat(mail.lane()).isEqualTo(Lane.SIGN_IN);
        assertThat(mail.dueAt()).isEqualTo(world.clock().instant());
        assertThat(mail.expiresAt()).contains(world.clock().instant().plus(Duration.ofMinutes(10)));
        assertThat(mail.values()).containsOnlyKeys("origin", "lasts");
        Credential opened = door.mailTo("Jane Doe");
        assertThat(mail.sealedSecret().orElseThrow())
                .doesNotContain(opened.token(), opened.code().orElseThrow());
    }

    @Scenario
    @Tag("promise:P6")
    void nothingKeptCanBeUsedToSignIn(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        Redeemed.SignedIn signedIn = door.opens(browser, mailed.token());

        // then
        String kept = door.kept() + door.secret(mailed.token()) + signedIn.session();
        assertThat(kept)
                .doesNotContain(mailed.token(), mailed.code().orElseThrow(), signedIn.token(), "jane-browser-token");
        assertThat(signedIn.toString() + browser.with(List.of(signedIn.token())))
                .doesNotContain(signedIn.token(), "jane-browser-token");
    }

    @Scenario
    @Tag("rule:SI-3")
    @Tag("promise:P7")
    void aNewLinkEndsTheEarlierOneAndItsCode(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential first = door.mailTo("Jane Doe");

        // when
        world.clock().forward(Duration.ofSeconds(60));
        door.asks(browser, "Jane Doe");

        // then
        assertThat(door.stateOf(first.token())).isEqualTo(LinkView.State.REPLACED);
        world.when(() -> door.opens(browser, first.token())).isRefused(AuthError.LINK_REPLACED);
        world.when(() -> door.types(browser, "Jane Doe", first.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
        door.opens(browser, door.mailTo("Jane Doe").token());
    }

    @Scenario
    @Tag("rule:SI-3")
    @Tag("promise:P8")
    void anAskedLinkLeavesTheInvitationAlone(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));

        // when
        door.asks(door.browser("jane"), "Jane Doe");

        // then
        assertThat(door.stateOf(door.invitationTo("Jane Doe").token())).isEqualTo(LinkView.State.LIVE);
    }

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P7")
    void anAskedLinkWorksUntilJustBeforeTenMinutes(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        world.clock().forward(Duration.ofMinutes(10).minus(MICRO));

        // then
        assertThat(door.stateOf(mailed.token())).isEqualTo(LinkView.State.LIVE);

        // when
        world.clock().forward(MICRO);

        // then
        assertThat(door.stateOf(mailed.token())).isEqualTo(LinkView.State.EXPIRED);
        world.when(() -> door.opens(browser, mailed.token())).isRefused(AuthError.LINK_EXPIRED);
        world.when(() -> door.types(browser, "Jane Doe", mailed.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
    }

    @Scenario
    @Tag("rule:SI-9")
    void anUnknownAddressGetsTheSameAnswerAndNoMail(World world) {
        // given
        Door door = new Door(world);
        Visit browser = door.browser("stranger");

        // when
        door.auth.links().ask(browser, Side.CONTACT, "Stran.Ger@people.example", Optional.empty());

        // then
        assertThat(door.queued()).isEmpty();
        assertThat(door.unknown())
                .extracting(SignInAttempt::outcome, attempt -> attempt.typed().orElseThrow())
                .containsExactly(tuple("unknown_email", "Stran.Ger@people.example"));
    }

    @Scenario
    @Tag("rule:SI-9")
    void whatLooksLikeNoAddressIsRefusedWithItsField(World world) {
        // given
        Door door = new Door(world);

        // when
        var refusal = world.whenDone(
                        () -> door.auth.links().ask(door.browser("x"), Side.CONTACT, "jane@", Optional.empty()))
                .isRefused(() -> "malformed_email");

        // then
        assertThat(refusal.field()).contains("email");
        assertThat(door.unknown()).isEmpty();
    }

    @Scenario
    @Tag("rule:SI-13")
    void signingInGoesOnToThePageThatWasWanted(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");

        // when
        door.auth.links().ask(browser, Side.CONTACT, World.email("Jane Doe").typed(), Optional.of("/files?year=2025"));

        // then
        assertThat(door.opens(browser, door.mailTo("Jane Doe").token()).returnTo())
                .contains("/files?year=2025");
    }

    @Scenario
    @Tag("rule:SI-13")
    void aPageElsewhereIsIgnored(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");

        // when
        door.auth.links().ask(browser, Side.CONTACT, World.email("Jane Doe").typed(), Optional.of("//evil.example/"));

        // then
        assertThat(door.opens(browser, door.mailTo("Jane Doe").token()).returnTo())
                .isEmpty();
    }

    @Scenario
    @Tag("rule:CC-8")
    void anAddressIsTheSameHoweverItIsWritten(World world) {
        // given
        Door door = new Door(world);
        Actor isabel = door.invited("Isabel Iris", world.client("Acme"));

        // when
        door.auth.links().ask(door.browser("i"), Side.CONTACT, " ISABEL.IRIS@PEOPLE.EXAMPLE ", Optional.empty());

        // then
        assertThat(door.newest(isabel.principal(), Links.MAIL)).isPresent();
    }

    @Scenario
    @Tag("rule:SI-4")
    void everyLinkMailCarriesAnEightDigitCode(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);

        // when
        door.asks(door.browser("jane"), "Jane Doe");
        Credential asked = door.mailTo("Jane Doe");
        door.auth.links().send(world.admin(), World.contactId(jane));
        Credential sent = door.mailTo("Jane Doe");

        // then
        assertThat(List.of(asked.code().orElseThrow(), sent.code().orElseThrow()))
                .allMatch(code -> code.matches("[0-9]{8}"));
        assertThat(List.of(asked.token(), sent.token())).allMatch(token -> token.length() == 43);
        Secret kept = door.secret(sent.token());
        assertThat(kept.codeHash().orElseThrow())
                .isNotEqualTo(door.keys.hash("code", sent.code().orElseThrow()));
    }
}
