package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A member of the staff is a contact too, and its account is disabled. */
@Tag("rule:CC-16")
class DisabledStaffAsContactScenarios {
    @Scenario
    @Tag("rule:DE-6")
    @Tag("promise:P12")
    void itsAccessAsAContactGoesWithTheAccount(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        Actor contact = door.invited("Mia Member", world.client("Acme"));
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("mia"), "Mia Member");
        door.auth.links().send(world.admin(), World.contactId(contact));
        String link = door.mailTo("Mia Member").token();

        // when
        change(world, mia, false);

        // then
        assertThat(door.contact(contact).access().stored()).isEqualTo(AccessState.REVOKED);
        assertThat(door.auth.sessions().own(contact)).isEmpty();
        assertThat(door.isSignedIn(signedIn)).isFalse();
        assertThat(door.stateOf(link)).isEqualTo(LinkView.State.REVOKED);
        assertThat(world.audited(World.contactId(contact))).startsWith("access_revoked");

        // when it is enabled again
        change(world, mia, true);

        // then
        assertThat(door.contact(contact).access().stored()).isEqualTo(AccessState.REVOKED);
    }

    @Scenario
    @Tag("promise:P12")
    void itsLinksAndSessionsStayDeadWhenItIsInvitedAgain(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member");
        Actor contact = door.invited("Mia Member", acme);
        Redeemed.SignedIn signedIn = door.signsIn(door.browser("mia"), "Mia Member");
        door.auth.links().send(world.admin(), World.contactId(contact));
        String link = door.mailTo("Mia Member").token();

        // when
        change(world, mia, false);
        invite(door, acme, contact);
        door.opens(door.browser("new"), door.invitationTo("Mia Member").token(), "Mia Member");

        // then
        assertThat(door.isSignedIn(signedIn)).isFalse();
        assertThat(door.stateOf(link)).isEqualTo(LinkView.State.REVOKED);
    }

    @Scenario
    void whoIsInvitedAfterwardsStaysThoughTheAccountIsChangedOnceMore(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member");
        Actor contact = door.invited("Mia Member", acme);
        change(world, mia, false);
        invite(door, acme, contact);

        // when
        change(world, mia, false);

        // then
        assertThat(door.contact(contact).access().stored()).isEqualTo(AccessState.INVITED);
    }

    @Scenario
    void aChangeThatLeavesTheAccountActiveAndOtherPeoplesAccountsLeaveTheContactAsItIs(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        Actor ned = world.member("Ned New");
        Actor contact = door.invited("Mia Member", world.client("Acme"));
        PortalAccess before = door.contact(contact).access();

        // when
        change(world, mia, true);
        change(world, ned, false);

        // then
        assertThat(door.contact(contact).access()).isEqualTo(before);
    }

    private static void change(World world, Actor member, boolean active) {
        world.portal()
                .staff()
                .change(
                        world.admin(),
                        new ChangeStaff(
                                World.staffId(member),
                                StaffRole.MEMBER,
                                false,
                                ClientAccess.ALL,
                                active,
                                Optional.empty()));
    }

    private static void invite(Door door, Client client, Actor contact) {
        door.auth
                .invitations()
                .invite(door.world.admin(), client.id(), List.of(World.contactId(contact)), Optional.empty());
    }
}
