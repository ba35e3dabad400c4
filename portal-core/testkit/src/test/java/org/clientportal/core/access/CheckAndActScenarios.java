package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Deletion;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.ChangeDocument;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.Scope;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What is checked still holds when it is done: nothing gets between a check and its effect. */
@Tag("promise:P16")
class CheckAndActScenarios {
    @Scenario
    @Tag("rule:PM-8")
    void aRevocationDoesNotGetIntoAnUpload(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), Terms.of(Permission.FILES), beta.id(), Terms.BASE));
        UploadDocument file = UploadDocument.to(
                acme.id(), world.folder(acme, FolderKind.ORDINARY).id(), "late.txt");
        Held held = Held.beforeCommit(world, "document_uploaded");

        // when
        Held.Both<Document, Boolean> both = held.during(
                () -> world.when(() -> held.portal().uploads().upload(jane, file, InputStream.nullInputStream())),
                () -> world.whenDone(() -> unassign(world, jane, acme)));

        // then: done before the revocation, or seen by it
        both.second().isDone();
        if (both.secondCameFirst()) {
            both.first().isRefused(CoreError.NOT_FOUND);
        } else {
            both.first().isDone();
        }
    }

    @Scenario
    @Tag("rule:DO-1")
    @Tag("promise:P24")
    void whatIsHiddenWithItsMoveIsNeverSeenInBetween(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document taxes = world.document(world.admin(), acme, FolderKind.TAX_RETURN, "return.pdf");
        FolderId open = world.folder(acme, FolderKind.ORDINARY).id();
        ChangeDocument command = new ChangeDocument(
                taxes.id(),
                Optional.of(open),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.of(taxes.version()));
        Held held = Held.beforeCommit(world, "document_hidden");

        // when
        Held.Both<Document, List<String>> both = held.during(
                () -> world.when(() -> held.portal().filing().change(world.admin(), command)),
                () -> world.when(() -> world.filesSeen(jane, acme)));

        // then
        assertThat(both.second().isDone()).isEmpty();
        assertThat(both.first().isDone().folder()).isEqualTo(open);
        assertThat(world.filesSeen(jane, acme)).isEmpty();
        assertThat(world.audited(taxes.id()))
                .containsExactlyInAnyOrder("document_hidden", "document_filed", "document_uploaded");
    }

    @Scenario
    @Tag("rule:DO-4")
    @Tag("rule:DO-5")
    void aHoldDoesNotGetIntoADeletion(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document own = world.document(jane, acme, FolderKind.ORDINARY, "own.pdf");
        Held held = Held.beforeCommit(world, "document_trashed");

        // when
        Held.Both<Document, Client> both = held.during(
                () -> world.when(() -> held.portal().filing().delete(jane, own.id())),
                () -> world.when(() -> world.portal().filing().hold(world.admin(), acme.id(), Optional.of("why"))));

        // then
        both.second().isDone();
        if (both.secondCameFirst()) {
            both.first().isRefused(CoreError.PART_OF_RECORDS);
        } else {
            both.first().isDone();
        }
    }

    @Scenario
    @Tag("rule:PR-5")
    void oneOfTwoAdministratorsStaysWhoeverDemotesThem(World world) {
        // given: two programs of the embedder's
        Actor crm = Actors.service(world.practiceId(), "crm");
        Actor payroll = Actors.service(world.practiceId(), "payroll");
        Actor second = world.staff("Ben Second", StaffRole.ADMIN, ClientAccess.ALL);
        Held held = Held.beforeCommit(world, "staff_changed");

        // when
        Held.Both<StaffMember, StaffMember> both = held.during(
                () -> world.when(() -> demote(held.portal(), crm, World.staffId(world.admin()))),
                () -> world.when(() -> demote(world.portal(), payroll, World.staffId(second))));

        // then
        assertThat(both.first().succeeded()).isNotEqualTo(both.second().succeeded());
        assertThat(world.portal().staff().list(crm))
                .filteredOn(StaffMember::isAdmin)
                .hasSize(1);
    }

    @Scenario
    @Tag("rule:CC-6")
    void theLoserOfTwoWhoAddOneEmailIsToldWhoWon(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Contact.Profile jane = Contact.Profile.of("Jane Doe", Optional.of(World.email("Jane Doe")));
        Held held = Held.beforeCommit(world, "contact_added");

        // when
        Held.Both<Contact, Contact> both = held.during(
                () -> world.when(
                        () -> held.portal().contacts().addToClient(world.admin(), acme.id(), jane, Terms.BASE)),
                () -> world.when(
                        () -> world.portal().contacts().addToClient(world.admin(), beta.id(), jane, Terms.BASE)));

        // then
        Outcome<Contact> winner = both.secondCameFirst() ? both.second() : both.first();
        Outcome<Contact> loser = both.secondCameFirst() ? both.first() : both.second();
        String id = winner.isDone().id().toString();
        assertThat(loser.isRefused(CoreError.CONTACT_EXISTS, "give_client").details())
                .containsEntry("contactId", id);
    }

    @Scenario
    @Tag("rule:DE-1")
    void whoLosesItsLastTwoClientsAtOnceIsDeleted(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact("Joe Both", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));
        Held held = Held.beforeCommit(world, "contact_unassigned");

        // when
        Held.Both<Boolean, Boolean> both = held.during(
                () -> world.whenDone(
                        () -> held.portal().assignments().unassign(world.admin(), World.assignmentId(joe, acme))),
                () -> world.whenDone(() -> unassign(world, joe, beta)));

        // then
        both.first().isDone();
        both.second().isDone();
        world.when(() -> world.portal().contacts().get(world.admin(), World.contactId(joe)))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(world.audited(World.contactId(joe)))
                .filteredOn("contact_deleted"::equals)
                .hasSize(1);
    }

    @Scenario
    @Tag("rule:DE-3")
    void twoDeletedAtOnceHaveTwoPseudonyms(World world) {
        // given
        Client acme = world.client("Acme");
        ContactId amy = World.contactId(world.contact("Amy", acme));
        ContactId bob = World.contactId(world.contact("Bob", acme));
        Held held = Held.beforeCommit(world, "contact_deleted");

        // when
        Held.Both<Deletion.Consequences, Deletion.Consequences> both = held.during(
                () -> world.when(() -> held.portal().deletion().delete(world.admin(), amy)),
                () -> world.when(() -> world.portal().deletion().delete(world.admin(), bob)));

        // then
        both.first().isDone();
        both.second().isDone();
        assertThat(List.of(pseudonym(world, amy), pseudonym(world, bob))).containsExactlyInAnyOrder(1, 2);
    }

    @Scenario
    @Tag("rule:PR-6")
    void twoClientsCreatedAtOnceAreBothAddedToTheSet(World world) {
        // given
        Actor mia = world.member("Mia Member");
        Held held = Held.beforeCommit(world, "client_created");

        // when
        Held.Both<Client, Client> both = held.during(
                () -> world.when(() -> create(held.portal(), mia, "Acme")),
                () -> world.when(() -> create(world.portal(), mia, "Beta")));

        // then
        both.first().isDone();
        both.second().isDone();
        assertThat(world.portal()
                        .clients()
                        .list(mia, Optional.empty(), PageRequest.first(5))
                        .items())
                .extracting(Client::name)
                .containsExactly("Acme", "Beta");
    }

    private static Client create(Portal portal, Actor by, String name) {
        return portal.clients().create(by, new CreateClient(name, EntityType.OTHER, Optional.empty()));
    }

    private static StaffMember demote(Portal portal, Actor by, StaffId id) {
        return portal.staff()
                .change(by, new ChangeStaff(id, StaffRole.MEMBER, false, ClientAccess.ALL, true, Optional.empty()));
    }

    private static void unassign(World world, Actor contact, Client client) {
        world.portal().assignments().unassign(world.admin(), World.assignmentId(contact, client));
    }

    private static int pseudonym(World world, ContactId id) {
        return world.storage()
                .read(
                        Scope.of(world.practiceId()),
                        view -> view.contacts()
                                .find(id)
                                .orElseThrow()
                                .pseudonym()
                                .orElseThrow());
    }
}
