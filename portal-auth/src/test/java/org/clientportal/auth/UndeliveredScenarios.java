package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.outbox.Undelivered;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff see which mails did not arrive. */
class UndeliveredScenarios {
    @Scenario
    @Tag("rule:NO-1")
    @Tag("rule:IN-10")
    void aMailThatFailedIsToldWithItsReasonUntilItIsSentAgain(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        door.fails(jane, Invitations.MAIL, "no such mailbox");

        // when
        List<Undelivered.Line> before = failed(door, world.admin());
        door.auth.invitations().invite(world.admin(), acme.id(), List.of(World.contactId(jane)), Optional.empty());

        // then
        assertThat(before).hasSize(1);
        Undelivered.Line line = before.get(0);
        assertThat(line.name()).isEqualTo("Jane Doe");
        assertThat(line.email().map(EmailAddress::typed))
                .contains(World.email("Jane Doe").typed());
        assertThat(line.message().failure()).contains("no such mailbox");
        assertThat(line.grants()).extracting(grant -> grant.client().id()).containsExactly(acme.id());
        assertThat(failed(door, world.admin())).isEmpty();
    }

    @Scenario
    @Tag("rule:NO-1")
    @Tag("rule:PR-3")
    void aMemberIsToldOfMailsToContactsOfClientsInReachOnly(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Client widgets = world.client("Widgets");
        Actor jane = door.invited("Jane Doe", acme);
        Actor john = door.invited("John Roe", widgets);
        door.asks(door.browser("jane"), "Jane Doe");
        door.asks(door.browser("john"), "John Roe");
        door.fails(jane, Links.MAIL, "no such mailbox");
        door.fails(john, Links.MAIL, "no such mailbox");

        // when
        List<Undelivered.Line> toMember = failed(door, world.member("Mia Member", acme));

        // then
        assertThat(toMember).extracting(Undelivered.Line::name).containsExactly("Jane Doe");
        assertThat(failed(door, world.admin()))
                .extracting(Undelivered.Line::name)
                .containsExactlyInAnyOrder("Jane Doe", "John Roe");
    }

    @Scenario
    @Tag("rule:NO-1")
    @Tag("rule:PR-3")
    void aMailAboutAnotherClientOfAContactIsNotTheMembersToKnow(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Client widgets = world.client("Widgets");
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), Terms.BASE, widgets.id(), Terms.BASE));
        door.auth.invitations().invite(world.admin(), widgets.id(), List.of(World.contactId(jane)), Optional.empty());
        door.fails(jane, Invitations.MAIL, "no such mailbox");

        // then
        assertThat(failed(door, world.member("Mia Member", acme))).isEmpty();
        assertThat(failed(door, world.member("Max Member", widgets))).hasSize(1);
    }

    @Scenario
    @Tag("rule:NO-1")
    @Tag("rule:PR-6")
    void aMailToSomebodyOfTheStaffIsToldToAdministratorsOnly(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        String address = World.email("Mia Member").typed();
        door.auth.links().ask(door.browser("mia"), Side.STAFF, address, Optional.empty());
        door.fails(mia, Links.MAIL, "no such mailbox");

        // when
        List<Undelivered.Line> toAdmin = failed(door, world.admin());
        List<Undelivered.Line> toMember = failed(door, world.member("Max Member"));

        // then
        assertThat(toAdmin).extracting(Undelivered.Line::name).containsExactly("Mia Member");
        assertThat(toAdmin.get(0).email().map(EmailAddress::typed)).contains(address);
        assertThat(toAdmin.get(0).message().to()).contains(mia.principal());
        assertThat(toMember).isEmpty();
    }

    private static List<Undelivered.Line> failed(Door door, Actor reader) {
        return door.world
                .portal()
                .undelivered()
                .list(reader, DeliveryState.FAILED, Door.ALL)
                .items();
    }
}
