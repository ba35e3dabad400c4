package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.AssignmentStore;
import org.clientportal.storage.ContactStore;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.SessionStore;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What else happens while somebody is let in comes before it or after it, never between its check and its effect. */
@Tag("promise:P16")
class CheckAndActScenarios {
    @Scenario
    @Tag("rule:SI-3")
    @Tag("promise:P7")
    void ofTwoLinksSentAtOnceOneLives(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Runnable sends = () -> door.auth.links().send(world.admin(), World.contactId(jane));

        // when
        Beside beside = new Beside(world.storage(), SecretStore.class, "insert", sends);
        node(door, beside).links().send(world.admin(), World.contactId(jane));
        beside.cameThrough();

        // then
        assertThat(door.outstandingLinks(jane)).hasSize(1);
    }

    @Scenario
    @Tag("rule:SI-15")
    @Tag("promise:P12")
    void aRevocationDoesNotGetIntoASignIn(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();
        Runnable revokes = () -> door.auth.invitations().revoke(world.admin(), World.contactId(jane));

        // when
        Beside beside = new Beside(world.storage(), SessionStore.class, "insert", revokes);
        world.when(() -> node(door, beside).links().redeem(browser, token, Optional.empty(), false));
        beside.cameThrough();

        // then: whichever came first, nobody is in
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    @Scenario
    @Tag("rule:SI-4")
    @Tag("promise:P8")
    void aLinkIsNotIssuedToWhoseAddressBecameAnotherWhileItWasAskedFor(World world) {
        // given
        Door door = new Door(world);
        door.admission(Admission.ON_ADD);
        Actor jane = world.contact("Jane Doe", world.client("Acme"));

        // when: the first look-up is the limit's
        Beside beside = new Beside(world.storage(), ContactStore.class, "findByEmail", 2, () -> door.moves(jane));
        node(door, beside)
                .links()
                .ask(door.browser("jane"), Side.CONTACT, World.email("Jane Doe").typed(), Optional.empty());
        beside.cameThrough();

        // then: whichever came first, no link that was mailed to the old address lives
        assertThat(door.outstandingLinks(jane)).isEmpty();
    }

    @Scenario
    @Tag("rule:PR-3")
    @Tag("rule:IN-9")
    void whoLosesItsReachWhileSendingALinkSendsNoneOrWasFirst(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        Actor joe = world.contact(
                "Joe Both", Map.of(acme.id(), Terms.BASE, world.client("Beta").id(), Terms.BASE));
        Runnable unassigns = () -> world.portal().assignments().unassign(world.admin(), World.assignmentId(joe, acme));

        // when
        Beside beside = new Beside(world.storage(), AssignmentStore.class, "grantsOf", unassigns);
        Outcome<Boolean> sent = world.whenDone(() -> node(door, beside).links().send(mia, World.contactId(joe)));
        boolean unassignedFirst = beside.cameThrough();

        // then
        if (unassignedFirst) {
            sent.isRefused(CoreError.NOT_FOUND);
        } else {
            sent.isDone();
        }
        assertThat(door.outstandingLinks(joe)).hasSize(unassignedFirst ? 0 : 1);
    }

    @Scenario
    @Tag("rule:CC-16")
    void aContactWhoseAddressBecameAnotherKeepsItsAccessWhenTheAccountIsDisabled(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        Actor contact = world.contact("Mia Member", world.client("Acme"));
        ChangeStaff disabled =
                new ChangeStaff(World.staffId(mia), StaffRole.MEMBER, false, ClientAccess.ALL, false, Optional.empty());

        // when
        Beside beside = new Beside(
                world.storage(), ContactStore.class, "findByEmail", () -> world.whenDone(() -> door.moves(contact)));
        world.builder().storage(beside).build().staff().change(world.admin(), disabled);
        boolean movedFirst = beside.cameThrough();

        // then
        assertThat(door.contact(contact).access().stored())
                .isEqualTo(movedFirst ? AccessState.NOT_INVITED : AccessState.REVOKED);
    }

    private static PortalAuth node(Door door, Beside storage) {
        return new PortalAuth(door.world.builder().storage(storage).build().units(), door.keys);
    }
}
