package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** The invited come: in time, late, or too late. */
class InvitedScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:IN-2")
    @Tag("promise:P8")
    void anInvitationLastsThirtyDays(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        String token = door.invitationTo("Jane Doe").token();

        // when
        world.clock().forward(Duration.ofDays(30).minus(MICRO));

        // then
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.LIVE);
        assertThat(state(door, jane)).isEqualTo(AccessState.INVITED);

        // when
        world.clock().forward(MICRO);

        // then
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.EXPIRED);
        assertThat(state(door, jane)).isEqualTo(AccessState.EXPIRED);
        world.when(() -> door.opens(door.browser("x"), token, "Jane Doe")).isRefused(AuthError.LINK_EXPIRED);
    }

    @Scenario
    @Tag("rule:IN-11")
    void withinADayTheTypedAddressSuffices(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        String token = door.invitationTo("Jane Doe").token();

        // when
        world.clock().forward(Duration.ofHours(24).minus(MICRO));
        LinkView view = door.auth.links().look(door.browser("x"), token);
        Redeemed.SignedIn signedIn = door.opens(door.browser("x"), token, "Jane Doe");

        // then
        assertThat(view.emailNeeded()).isTrue();
        assertThat(view.proofFirst()).isFalse();
        assertThat(door.isSignedIn(signedIn)).isTrue();
        assertThat(state(door, jane)).isEqualTo(AccessState.ACTIVE);
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.USED);
    }

    @Scenario
    @Tag("rule:IN-11")
    void afterADayItMailsAFreshLinkToTheAddressOnRecord(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        String token = door.invitationTo("Jane Doe").token();
        Visit browser = door.browser("jane");

        // when
        world.clock().forward(Duration.ofHours(24));
        Redeemed redeemed = door.auth
                .links()
                .redeem(browser, token, Optional.of(World.email("Jane Doe").typed()), false);

        // then
        assertThat(door.auth.links().look(browser, token).proofFirst()).isTrue();
        assertThat(redeemed).isEqualTo(new Redeemed.ProofMailed());
        assertThat(door.auth.sessions().own(jane)).isEmpty();
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.LIVE);
        OutboxMessage mail = door.newest(jane.principal(), Links.MAIL).orElseThrow();
        assertThat(mail.expiresAt()).contains(world.clock().instant().plus(Duration.ofMinutes(10)));
        assertThat(door.isSignedIn(door.opens(browser, door.mailTo("Jane Doe").token())))
                .isTrue();
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.USED);
    }

    @Scenario
    @Tag("rule:IN-11")
    @Tag("rule:SI-10")
    void afterADayAWrongAddressMailsNothingAndARightOneIsLimitedLikeAsking(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        String token = door.invitationTo("Jane Doe").token();
        Visit browser = door.browser("jane");
        world.clock().forward(Duration.ofDays(2));

        // when
        world.when(() -> door.auth
                        .links()
                        .redeem(
                                browser,
                                token,
                                Optional.of(World.email("John Roe").typed()),
                                false))
                .isRefused(AuthError.WRONG_EMAIL);

        // then
        assertThat(door.queuedTo(jane)).isEqualTo(1);
        assertThat(again(door, browser, token)).isEqualTo(new Redeemed.ProofMailed());
        world.when(() -> again(door, browser, token)).isRefused(AuthError.TOO_MANY_LINKS);
        assertThat(door.queuedTo(jane)).isEqualTo(2);
    }

    @Scenario
    @Tag("rule:SI-15")
    @Tag("promise:P8")
    void theFirstSignInByWhateverMeansAcceptsTheInvitationWhichDies(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        String invitation = door.invitationTo("Jane Doe").token();

        // when
        door.signsIn(door.browser("jane"), "Jane Doe");

        // then
        PortalAccess access = door.contact(jane).access();
        assertThat(access.stored()).isEqualTo(AccessState.ACTIVE);
        assertThat(access.firstSignIn()).contains(World.START);
        assertThat(access.invitationEnds()).isEmpty();
        assertThat(door.stateOf(invitation)).isEqualTo(LinkView.State.USED);
    }

    private static Redeemed again(Door door, Visit browser, String token) {
        return door.auth
                .links()
                .redeem(browser, token, Optional.of(World.email("Jane Doe").typed()), false);
    }

    private static AccessState state(Door door, Actor person) {
        return door.contact(person).access().at(door.world.clock().instant());
    }
}
