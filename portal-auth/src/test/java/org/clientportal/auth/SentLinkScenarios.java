package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff send a contact a link. */
@Tag("rule:IN-9")
class SentLinkScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P7")
    void itLasts24HoursAndAsksForTheAddress(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        send(world, door, world.admin(), jane).isDone();
        String token = door.mailTo("Jane Doe").token();

        // when
        world.clock().forward(Duration.ofHours(24).minus(MICRO));

        // then
        world.when(() -> door.opens(door.browser("x"), token)).isRefused(AuthError.EMAIL_NEEDED);
        assertThat(door.stateOf(token)).isEqualTo(LinkView.State.LIVE);

        // when
        world.clock().forward(MICRO);

        // then
        world.when(() -> door.opens(door.browser("x"), token, "Jane Doe")).isRefused(AuthError.LINK_EXPIRED);
    }

    @Scenario
    void itMakesWhoWasNotInvitedInvitedForThirtyDays(World world) {
        // given
        Door door = new Door(world);
        Actor jane = world.contact("Jane Doe", world.client("Acme"));

        // when
        send(world, door, world.admin(), jane).isDone();

        // then
        PortalAccess access = door.contact(jane).access();
        assertThat(access.stored()).isEqualTo(AccessState.INVITED);
        assertThat(access.invitationEnds()).contains(World.START.plus(Duration.ofDays(30)));
        assertThat(access.invitedBy()).isEqualTo(world.admin().principal().staff());
        assertThat(world.audited(World.contactId(jane))).startsWith("link_sent", "contact_invited");

        // when the link is dead, the person asks for another
        world.clock().forward(Duration.ofDays(29));
        assertThat(door.isSignedIn(door.signsIn(door.browser("jane"), "Jane Doe")))
                .isTrue();
    }

    @Scenario
    void itRenewsAnExpiredInvitation(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        world.clock().forward(Duration.ofDays(30));

        // when
        send(world, door, world.admin(), jane).isDone();

        // then
        assertThat(door.contact(jane).access().at(world.clock().instant())).isEqualTo(AccessState.INVITED);
        assertThat(door.isSignedIn(
                        door.opens(door.browser("x"), door.mailTo("Jane Doe").token(), "Jane Doe")))
                .isTrue();
    }

    @Scenario
    void itLeavesTheDaysOfARunningInvitationAsTheyAre(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        world.clock().forward(Duration.ofDays(10));
        send(world, door, world.admin(), jane).isDone();

        // then
        assertThat(door.contact(jane).access().invitationEnds()).contains(World.START.plus(Duration.ofDays(30)));
        assertThat(door.stateOf(door.invitationTo("Jane Doe").token())).isEqualTo(LinkView.State.LIVE);
    }

    @Scenario
    void toARevokedContactItIsRefused(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        door.auth.invitations().revoke(world.admin(), World.contactId(jane));

        // then
        send(world, door, world.admin(), jane).isRefused(AuthError.ACCESS_REVOKED);
        assertThat(door.newest(jane.principal(), Links.MAIL)).isEmpty();
    }

    @Scenario
    @Tag("rule:IN-5")
    void withoutAnEmailItIsRefused(World world) {
        // given
        Door door = new Door(world);
        Contact mute = world.portal()
                .contacts()
                .add(
                        world.admin(),
                        new AddContact(
                                Contact.Profile.of("Zoe Mute", Optional.empty()),
                                Map.of(world.client("Acme").id(), Terms.of()),
                                Optional.empty()));

        // then
        world.whenDone(() -> door.auth.links().send(world.admin(), mute.id())).isRefused(AuthError.EMAIL_MISSING);
    }

    @Scenario
    @Tag("rule:SI-15")
    void withoutAClientToGetToItIsRefused(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        door.suspend(jane, acme);

        // then
        send(world, door, world.admin(), jane).isRefused(CoreError.BAD_STATE, "no_client");
    }

    @Scenario
    @Tag("rule:PR-3")
    void onlyStaffWhoReachAClientOfTheContactSendIt(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        Actor reaching = world.member("Mia Member", acme);
        Actor other = world.member("Otto Other", world.client("Widgets"));

        // then
        send(world, door, other, jane).isRefused(CoreError.NOT_FOUND);
        send(world, door, jane, jane).isRefused(CoreError.STAFF_ONLY);
        send(world, door, reaching, jane).isDone();
    }

    @Scenario
    @Tag("rule:DE-7")
    @Tag("rule:PR-3")
    void aDeletedClientGivesAMemberNoReach(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Client widgets = world.client("Widgets");
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), Terms.of(), widgets.id(), Terms.of()));
        Actor member = world.member("Mia Member", acme);

        // when
        world.portal().clients().delete(world.admin(), acme.id());

        // then
        send(world, door, member, jane).isRefused(CoreError.NOT_FOUND);
        world.when(() -> door.auth.history().contact(member, World.contactId(jane), Door.ALL))
                .isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:SI-3")
    void itEndsALinkThatThePersonAskedFor(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("jane"), "Jane Doe");
        Credential asked = door.mailTo("Jane Doe");

        // when
        send(world, door, world.admin(), jane).isDone();

        // then
        assertThat(door.stateOf(asked.token())).isEqualTo(LinkView.State.REPLACED);
    }

    private static Outcome<Boolean> send(World world, Door door, Actor by, Actor to) {
        return world.whenDone(() -> door.auth.links().send(by, World.contactId(to)));
    }
}
