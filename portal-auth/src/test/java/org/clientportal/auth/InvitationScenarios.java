package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff invite. */
class InvitationScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:IN-2")
    @Tag("rule:SI-3")
    @Tag("promise:P8")
    void aResendStartsThirtyNewDaysAndKillsTheEarlierOne(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        String first = door.invitationTo("Jane Doe").token();

        // when
        world.clock().forward(Duration.ofDays(40));
        invite(door, acme, jane);
        String second = door.invitationTo("Jane Doe").token();
        world.clock().forward(Duration.ofDays(30).minus(MICRO));

        // then
        assertThat(door.stateOf(first)).isEqualTo(LinkView.State.REPLACED);
        assertThat(door.stateOf(second)).isEqualTo(LinkView.State.LIVE);
        assertThat(state(door, jane)).isEqualTo(AccessState.INVITED);
    }

    @Scenario
    @Tag("rule:IN-3")
    @Tag("rule:IN-5")
    @Tag("rule:IN-10")
    void theWindowShowsTheClientsContactsTheMainOneFirst(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor john = world.contact("John Roe", acme);
        world.contact("Else Where", world.client("Widgets"));
        ContactId mute = withoutEmail(world, acme);
        world.portal().assignments().makeMain(world.admin(), new AssignmentId(World.contactId(john), acme.id()));
        invite(door, acme, jane);
        door.fails(jane, Invitations.MAIL, "no such mailbox");

        // when
        InvitationWindow window = door.auth.invitations().window(world.admin(), acme.id());

        // then
        assertThat(window.message()).startsWith("We invite you");
        assertThat(window.rows())
                .extracting(InvitationWindow.Row::contact)
                .containsExactly(World.contactId(john), World.contactId(jane), mute);
        assertThat(window.rows())
                .extracting(InvitationWindow.Row::state)
                .containsExactly(AccessState.NOT_INVITED, AccessState.INVITED, AccessState.NOT_INVITED);
        assertThat(window.rows()).extracting(InvitationWindow.Row::invitable).containsExactly(true, true, false);
        assertThat(window.rows().get(0).main()).isTrue();
        assertThat(window.rows().get(0).delivery()).isEmpty();
        assertThat(window.rows().get(1).delivery())
                .contains(new InvitationWindow.Delivery(DeliveryState.FAILED, Optional.of("no such mailbox")));
        assertThat(window.rows().get(1).invitationEnds()).contains(World.START.plus(Duration.ofDays(30)));
    }

    @Scenario
    @Tag("rule:IN-10")
    void aResendWorksAfterTheMailFailed(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        door.fails(jane, Invitations.MAIL, "no such mailbox");

        // when
        List<InvitationResult> results = invite(door, acme, jane);

        // then
        assertThat(results).extracting(InvitationResult::code).containsExactly("invited");
        assertThat(door.newest(jane.principal(), Invitations.MAIL).orElseThrow().state())
                .isEqualTo(DeliveryState.QUEUED);
    }

    @Scenario
    @Tag("rule:IN-3")
    @Tag("rule:IN-5")
    void eachContactOfARunHasAResultOfItsOwn(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor active = door.invited("Al Ready", acme);
        door.signsIn(door.browser("al"), "Al Ready");
        Actor suspended = world.contact("Sue Spended", acme);
        door.suspend(suspended, acme);
        Actor elsewhere = world.contact("Else Where", world.client("Widgets"));
        ContactId mute = withoutEmail(world, acme);

        // when
        List<InvitationResult> results = door.auth
                .invitations()
                .invite(
                        world.admin(),
                        acme.id(),
                        List.of(
                                World.contactId(active),
                                mute,
                                World.contactId(elsewhere),
                                World.contactId(suspended),
                                World.contactId(jane),
                                World.contactId(jane)),
                        Optional.empty());

        // then
        assertThat(results)
                .extracting(InvitationResult::code)
                .containsExactly("bad_state", "email_missing", "not_found", "bad_state", "invited");
        assertThat(results.get(3).refusal().orElseThrow().details()).containsEntry("reason", "not_invitable");
        assertThat(state(door, jane)).isEqualTo(AccessState.INVITED);
        assertThat(door.queuedTo(jane)).isEqualTo(1);
        assertThat(door.queuedTo(elsewhere)).isZero();
    }

    @Scenario
    @Tag("rule:CC-11")
    void whoWasInvitedKeepsTheAddressThatTheInvitationWentTo(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);

        // then
        world.whenDone(() -> door.moves(jane)).isRefused(CoreError.BAD_STATE, "email_fixed");
        assertThat(door.contact(jane).email()).contains(World.email("Jane Doe"));
    }

    @Scenario
    @Tag("rule:IN-3")
    void theMailCarriesTheWordsTypedForItElseThePractices(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);

        // when
        door.auth
                .invitations()
                .invite(world.admin(), acme.id(), List.of(World.contactId(jane)), Optional.of(" Welcome,\nJane. "));
        String typed = message(door, jane);
        door.auth.invitations().invite(world.admin(), acme.id(), List.of(World.contactId(jane)), Optional.of("  "));

        // then
        assertThat(typed).isEqualTo("Welcome,\nJane.");
        assertThat(message(door, jane)).startsWith("We invite you");
        assertThat(door.newest(jane.principal(), Invitations.MAIL).orElseThrow().client())
                .contains(acme.id());
        assertThat(world.when(() -> door.auth
                                .invitations()
                                .invite(
                                        world.admin(),
                                        acme.id(),
                                        List.of(World.contactId(jane)),
                                        Optional.of("x".repeat(4001))))
                        .isRefused(() -> "too_long")
                        .field())
                .contains("message");
    }

    @Scenario
    @Tag("rule:IN-3")
    @Tag("rule:PR-3")
    void onlyStaffWhoReachTheClientSeeItsWindowAndInvite(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor reaching = world.member("Mia Member", acme);
        Actor other = world.member("Otto Other", world.client("Widgets"));

        // then
        world.when(() -> door.auth.invitations().window(other, acme.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> door.auth
                        .invitations()
                        .invite(other, acme.id(), List.of(World.contactId(jane)), Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> door.auth.invitations().window(jane, acme.id())).isRefused(CoreError.STAFF_ONLY);
        assertThat(door.auth
                        .invitations()
                        .invite(reaching, acme.id(), List.of(World.contactId(jane)), Optional.empty()))
                .extracting(InvitationResult::code)
                .containsExactly("invited");
        assertThat(door.contact(jane).access().invitedBy())
                .isEqualTo(reaching.principal().staff());
        assertThat(world.audited(World.contactId(jane))).startsWith("contact_invited");
    }

    @Scenario
    @Tag("rule:DE-6")
    @Tag("rule:PR-6")
    void onlyAnAdministratorTakesAccessAway(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);

        // then
        world.when(() -> door.auth.invitations().revoke(world.member("Mia Member", acme), World.contactId(jane)))
                .isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> door.auth.invitations().revoke(jane, World.contactId(jane)))
                .isRefused(CoreError.STAFF_ONLY);
        assertThat(state(door, jane)).isEqualTo(AccessState.INVITED);
    }

    @Scenario
    @Tag("rule:PR-7")
    void anEmbeddersOwnUserInvites(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);

        // when
        door.auth
                .invitations()
                .invite(
                        Actors.service(world.practiceId(), "crm"),
                        acme.id(),
                        List.of(World.contactId(jane)),
                        Optional.empty());

        // then
        assertThat(state(door, jane)).isEqualTo(AccessState.INVITED);
        assertThat(door.contact(jane).access().invitedBy()).isEmpty();
    }

    private static List<InvitationResult> invite(Door door, Client client, Actor person) {
        return door.auth
                .invitations()
                .invite(door.world.admin(), client.id(), List.of(World.contactId(person)), Optional.empty());
    }

    private static AccessState state(Door door, Actor person) {
        return door.contact(person).access().at(door.world.clock().instant());
    }

    private static String message(Door door, Actor person) {
        return door.newest(person.principal(), Invitations.MAIL)
                .orElseThrow()
                .values()
                .get("message");
    }

    private static ContactId withoutEmail(World world, Client client) {
        return world.portal()
                .contacts()
                .add(
                        world.admin(),
                        new AddContact(
                                Contact.Profile.of("Zoe Mute", Optional.empty()),
                                Map.of(client.id(), Terms.of()),
                                Optional.empty()))
                .id();
    }
}
