package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.RevokedAccess;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.SignInMeans;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Who may sign in, and who no longer. */
class AccessScenarios {
    @Scenario
    @Tag("rule:SI-15")
    @Tag("rule:IN-1")
    @Tag("rule:IN-8")
    void whoWasNotInvitedIsAnsweredLikeAnUnknownAddress(World world) {
        // given
        Door door = new Door(world);
        Actor jane = world.contact("Jane Doe", world.client("Acme"));

        // when
        door.asks(door.browser("jane"), "Jane Doe");

        // then
        assertThat(door.queued()).isEmpty();
        assertThat(door.history(jane)).containsExactly("no_access");
        assertThat(door.unknown()).isEmpty();
    }

    @Scenario
    @Tag("rule:IN-8")
    @Tag("rule:SI-15")
    void whereAdmissionIsOnAddingAContactSignsInUninvitedAndIsActive(World world) {
        // given
        Door door = new Door(world);
        door.admission(Admission.ON_ADD);
        Actor jane = world.contact("Jane Doe", world.client("Acme"));
        assertThat(door.queued()).as("adding tells nobody").isEmpty();

        // when
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("jane"), "Jane Doe");

        // then
        assertThat(door.isSignedIn(signedIn)).isTrue();
        assertThat(door.contact(jane).access().stored()).isEqualTo(AccessState.ACTIVE);
    }

    @Scenario
    @Tag("rule:SI-15")
    void whereAdmissionIsOnAddingARevokedContactStaysOut(World world) {
        // given
        Door door = new Door(world);
        door.admission(Admission.ON_ADD);
        Actor jane = world.contact("Jane Doe", world.client("Acme"));
        door.auth.invitations().revoke(world.admin(), World.contactId(jane));

        // when
        door.asks(door.browser("jane"), "Jane Doe");

        // then
        assertThat(door.queued()).isEmpty();
    }

    @Scenario
    @Tag("rule:SI-15")
    @Tag("rule:IN-2")
    void whoseInvitationHasExpiredCannotAskForALink(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        world.clock().forward(Duration.ofDays(30));
        door.asks(door.browser("jane"), "Jane Doe");

        // then
        assertThat(door.newest(jane.principal(), Links.MAIL)).isEmpty();
    }

    @Scenario
    @Tag("rule:DE-1")
    @Tag("rule:SI-15")
    @Tag("promise:P12")
    void whoLosesTheLastClientIsSignedOutOnTheNextRequest(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Client widgets = world.client("Widgets");
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), Terms.of(), widgets.id(), Terms.of()));
        door.auth.invitations().invite(world.admin(), acme.id(), List.of(World.contactId(jane)), Optional.empty());
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("jane"), "Jane Doe");

        // when
        world.portal().assignments().unassign(world.admin(), new AssignmentId(World.contactId(jane), acme.id()));

        // then
        assertThat(door.auth
                        .sessions()
                        .contact(world.practiceId(), signedIn.token())
                        .orElseThrow()
                        .grants())
                .extracting(grant -> grant.client().name())
                .containsExactly("Widgets");

        // when
        world.portal().assignments().unassign(world.admin(), new AssignmentId(World.contactId(jane), widgets.id()));

        // then
        assertThat(door.isSignedIn(signedIn)).isFalse();
    }

    @Scenario
    @Tag("rule:DE-6")
    @Tag("rule:SI-15")
    @Tag("promise:P12")
    void whoIsSuspendedEverywhereIsOutAndBackWhenThatIsLifted(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("jane"), "Jane Doe");

        // when
        door.suspend(jane, acme);

        // then
        assertThat(door.isSignedIn(signedIn)).isFalse();
        world.clock().forward(Duration.ofMinutes(1));
        int before = door.queuedTo(jane);
        door.asks(door.browser("jane"), "Jane Doe");
        assertThat(door.queuedTo(jane)).isEqualTo(before);
    }

    @Scenario
    @Tag("rule:DE-7")
    @Tag("rule:SI-15")
    void whoseOnlyClientIsDeletedCannotSignIn(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        door.invited("Jane Doe", acme);
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        world.portal().clients().delete(world.admin(), acme.id());

        // then
        assertThat(door.stateOf(mailed.token())).isEqualTo(LinkView.State.REVOKED);
        world.when(() -> door.opens(browser, mailed.token())).isRefused(AuthError.LINK_REVOKED);
        world.when(() -> door.types(browser, "Jane Doe", mailed.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
    }

    @Scenario
    @Tag("rule:DE-2")
    @Tag("rule:DE-5")
    @Tag("promise:P8")
    @Tag("promise:P12")
    void whoIsDeletedIsOutAndNothingComesBackWithTheSameAddress(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor old = door.invited("Jane Doe", acme);
        String invitation = door.invitationTo("Jane Doe").token();
        Visit browser = door.browser("jane");
        Redeemed.SignedIn signedIn = door.signsIn(browser, "Jane Doe");
        world.clock().forward(Duration.ofMinutes(1));
        door.asks(browser, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        world.portal().deletion().delete(world.admin(), World.contactId(old));
        Actor again = door.invited("Jane Doe", acme);

        // then
        assertThat(door.isSignedIn(signedIn)).isFalse();
        world.when(() -> door.opens(browser, mailed.token())).isRefused(AuthError.LINK_REVOKED);
        world.when(() -> door.opens(browser, invitation, "Jane Doe")).isRefused(AuthError.LINK_USED);
        assertThat(again.principal()).isNotEqualTo(old.principal());
        assertThat(door.history(again)).isEmpty();
        assertThat(door.contact(again).access().firstSignIn()).isEmpty();
    }

    @Scenario
    @Tag("rule:DE-6")
    @Tag("rule:AU-1")
    @Tag("promise:P12")
    void anAdministratorTakesAccessAwayAndCanInviteAgain(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("jane"), "Jane Doe");
        door.auth.links().send(world.admin(), World.contactId(jane));
        String link = door.mailTo("Jane Doe").token();

        // when
        RevokedAccess ended = door.auth.invitations().revoke(world.admin(), World.contactId(jane));

        // then
        assertThat(ended).isEqualTo(new RevokedAccess(1, 1));
        assertThat(door.isSignedIn(signedIn)).isFalse();
        assertThat(door.stateOf(link)).isEqualTo(LinkView.State.REVOKED);
        assertThat(door.contact(jane).access().stored()).isEqualTo(AccessState.REVOKED);
        assertThat(world.audited(World.contactId(jane))).startsWith("access_revoked");

        // when
        door.auth.invitations().invite(world.admin(), acme.id(), List.of(World.contactId(jane)), Optional.empty());

        // then
        String invitation = door.invitationTo("Jane Doe").token();
        assertThat(door.isSignedIn(door.opens(door.browser("x"), invitation, "Jane Doe")))
                .isTrue();
        assertThat(door.isSignedIn(signedIn)).as("the session of before").isFalse();
        assertThat(door.stateOf(link)).as("the link of before").isEqualTo(LinkView.State.REVOKED);
    }

    @Scenario
    @Tag("rule:SI-15")
    @Tag("promise:P12")
    void aSessionThatOutlivedItsPersonsAccessOpensNothing(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("jane"), "Jane Doe");

        // when
        door.write(unit -> {
            Contact contact = unit.contacts().lock(World.contactId(jane));
            return unit.contacts().update(contact.withAccess(contact.access().revoked()));
        });

        // then
        assertThat(door.isSignedIn(signedIn)).isFalse();
    }

    @Scenario
    @Tag("rule:SI-1")
    void aMeansSwitchedOffRefusesAtOnceOutstandingLinksIncludedAndSessionsStay(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        Redeemed.SignedIn signedIn = door.signsIn(browser, "Jane Doe");
        door.auth.links().send(world.admin(), World.contactId(jane));
        Credential mailed = door.mailTo("Jane Doe");

        // when
        door.means(SignInMeans.GOOGLE);

        // then
        world.whenDone(() -> door.asks(browser, "Jane Doe")).isRefused(AuthError.MEANS_OFF);
        world.whenDone(() -> door.asks(browser, "No Body")).isRefused(AuthError.MEANS_OFF);
        world.when(() -> door.opens(browser, mailed.token(), "Jane Doe")).isRefused(AuthError.MEANS_OFF);
        world.when(() -> door.types(browser, "Jane Doe", mailed.code().orElseThrow()))
                .isRefused(AuthError.MEANS_OFF);
        world.whenDone(() -> door.auth.links().send(world.admin(), World.contactId(jane)))
                .isRefused(AuthError.MEANS_OFF);
        assertThat(door.isSignedIn(signedIn)).isTrue();

        // when
        door.means(SignInMeans.GOOGLE, SignInMeans.MAGIC_LINK);

        // then
        assertThat(door.isSignedIn(door.opens(browser, mailed.token(), "Jane Doe")))
                .isTrue();
    }

    @Scenario
    @Tag("rule:CC-10")
    void whoIsNotBillableSignsInAllTheSame(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Contact contact = door.contact(jane);
        world.portal()
                .contacts()
                .change(world.admin(), contact.id(), contact.profile().orElseThrow(), false, Optional.empty());

        // then
        assertThat(door.isSignedIn(door.signsIn(door.browser("jane"), "Jane Doe")))
                .isTrue();
    }
}
