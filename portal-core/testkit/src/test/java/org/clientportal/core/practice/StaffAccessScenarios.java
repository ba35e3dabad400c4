package org.clientportal.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.ChangeClient;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Members of the staff reach all clients or a named set, and nothing outside it. */
class StaffAccessScenarios {
    @Scenario
    @Tag("rule:PR-3")
    void outsideItsNamedSetEveryAnswerIsNotFound(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");
        Actor jane = world.contact("Jane Doe", other, Permission.CLIENT_ADMIN);
        Document file = world.document(world.admin(), other, FolderKind.ORDINARY, "file.pdf");
        AssignmentId relation = World.assignmentId(jane, other);

        // when
        Actor mia = world.member("Mia Member", acme);

        // then
        Portal portal = world.portal();
        world.when(() -> portal.clients().get(mia, other.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.clients()
                        .change(mia, new ChangeClient(other.id(), "X", EntityType.TRUST, Optional.empty())))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.clients().delete(mia, other.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.contacts().ofClient(mia, other.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.contacts().get(mia, World.contactId(jane))).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.assignments().setTerms(mia, relation, Terms.BASE, Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.whenDone(() -> portal.assignments().unassign(mia, relation)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.filesSeen(mia, other)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().trash(mia, other.id(), PageRequest.first(5)))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().get(mia, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.downloads().open(mia, file.id(), 0)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.filing().setVisible(mia, file.id(), false, Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.filing().delete(mia, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.filing().hold(mia, file.id(), Optional.of("why")))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.folders().list(mia, other.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.folders().create(mia, other.id(), "Mine")).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.explain().whoSees(mia, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.document(mia, other, FolderKind.ORDINARY, "mine.pdf"))
                .isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PR-3")
    @Tag("promise:P13")
    void aClientThatIsNotThePracticesCannotBeNamed(World world) {
        // given
        Client acme = world.client("Acme");
        Client deleted = world.client("Deleted");
        world.portal().clients().delete(world.admin(), deleted.id());
        Practice elsewhere = world.anotherPractice();
        Client theirs = world.portal()
                .clients()
                .create(Actors.service(elsewhere.id(), "setup"), CreateClient.of("Theirs", EntityType.TRUST));
        StaffId mia = World.staffId(world.member("Mia Member", acme));

        for (ClientId id : List.of(theirs.id(), deleted.id(), new ClientId(UUID.randomUUID()))) {
            // when
            ClientAccess access = ClientAccess.only(Set.of(acme.id(), id));

            // then
            world.when(() -> world.staff("Mo Member", StaffRole.MEMBER, access)).isRefused(CoreError.NOT_FOUND);
            world.when(() -> world.portal()
                            .staff()
                            .change(
                                    world.admin(),
                                    new ChangeStaff(mia, StaffRole.MEMBER, false, access, true, Optional.empty())))
                    .isRefused(CoreError.NOT_FOUND);
        }
    }

    @Scenario
    @Tag("rule:PR-3")
    void aClientThatIsDeletedStaysNamedForTheDayItIsRestored(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        world.portal().clients().delete(world.admin(), acme.id());

        // when
        ClientAccess access = ClientAccess.only(Set.of(acme.id()));
        world.portal()
                .staff()
                .change(
                        world.admin(),
                        new ChangeStaff(World.staffId(mia), StaffRole.MEMBER, true, access, true, Optional.empty()));
        world.portal().clients().restore(world.admin(), acme.id());

        // then
        world.when(() -> world.portal().clients().get(mia, acme.id())).isDone();
    }

    @Scenario
    @Tag("rule:PR-3")
    void aMemberListsTheClientsOfItsSetOnly(World world) {
        // given
        Client acme = world.client("Acme");
        world.client("Beta");
        Client zeta = world.client("Zeta");

        // when
        Actor some = world.member("Mia Member", zeta, acme);
        Actor none = world.member("Ned New");
        Actor all = world.staff("Al All", StaffRole.MEMBER, ClientAccess.ALL);

        // then
        assertThat(clientNames(world, some)).containsExactly("Acme", "Zeta");
        assertThat(clientNames(world, none)).isEmpty();
        assertThat(clientNames(world, all)).containsExactly("Acme", "Beta", "Zeta");
    }

    @Scenario
    @Tag("rule:PR-3")
    void ofAContactOfSeveralClientsAMemberSeesOnlyItsOwn(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");
        Actor joe = world.contact("Joe Both", Map.of(acme.id(), Terms.BASE, other.id(), Terms.BASE));

        // when
        Actor mia = world.member("Mia Member", acme);

        // then
        ContactRow seen = world.portal().contacts().get(mia, World.contactId(joe));
        assertThat(seen.grants()).extracting(g -> g.client().name()).containsExactly("Acme");
        ContactRow all = world.portal().contacts().get(world.admin(), World.contactId(joe));
        assertThat(all.grants()).extracting(g -> g.client().name()).containsExactly("Acme", "Other");
    }

    @Scenario
    @Tag("rule:PR-3")
    void whatAMemberLosesIsGoneOnItsNextRequest(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        assertThat(clientNames(world, mia)).containsExactly("Acme");

        // when
        change(world, mia, StaffRole.MEMBER, ClientAccess.only(Set.of()), true);

        // then
        assertThat(clientNames(world, mia)).isEmpty();
        world.when(() -> world.portal().clients().get(mia, acme.id())).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PR-3")
    void aDisabledMemberIsNobody(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);

        // when
        change(world, mia, StaffRole.MEMBER, ClientAccess.ALL, false);

        // then
        world.when(() -> world.portal().clients().get(mia, acme.id())).isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> world.portal().folders().create(mia, acme.id(), "Mine"))
                .isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> world.portal().staff().list(mia)).isRefused(CoreError.SIGN_IN_REQUIRED);
    }

    private static List<String> clientNames(World world, Actor actor) {
        return world.portal().clients().list(actor, Optional.empty(), PageRequest.first(50)).items().stream()
                .map(Client::name)
                .toList();
    }

    private static void change(World world, Actor member, StaffRole role, ClientAccess access, boolean active) {
        ChangeStaff command = new ChangeStaff(World.staffId(member), role, false, access, active, Optional.empty());
        world.portal().staff().change(world.admin(), command);
    }
}
