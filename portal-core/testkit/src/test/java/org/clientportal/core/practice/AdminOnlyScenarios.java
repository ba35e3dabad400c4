package org.clientportal.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What is for administrators, a member is told so, wherever it reaches the client at all. */
class AdminOnlyScenarios {
    @Scenario
    @Tag("rule:PR-4")
    void settingsAndAllContactsAreForAdministrators(World world) {
        // given
        Actor mia = world.staff("Mia Member", StaffRole.MEMBER, ClientAccess.ALL);
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        ContactQuery everyone =
                new ContactQuery(Optional.empty(), Optional.empty(), World.START, PageRequest.first(10));
        AddContact someone = new AddContact(
                Contact.Profile.of("Joe", Optional.empty()), Map.of(acme.id(), Terms.BASE), Optional.empty());

        // when
        Portal portal = world.portal();

        // then
        world.when(() -> portal.practices().changeSettings(mia, PracticeSettings.DEFAULT, Optional.empty()))
                .isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.contacts().list(mia, everyone)).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.contacts().add(mia, someone)).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.assignments().setClients(mia, World.contactId(jane), Map.of(acme.id(), Terms.BASE)))
                .isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.deletion().preview(mia, World.contactId(jane))).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.deletion().delete(mia, World.contactId(jane))).isRefused(CoreError.ADMIN_ONLY);
        portal.contacts().list(world.admin(), everyone);
    }

    @Scenario
    @Tag("rule:PR-3")
    @Tag("rule:PR-4")
    void theSettingsAndTheStaffWithTheirClientsAreNotReadByAMember(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member");
        Actor max = world.member("Max Member", acme);
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);

        // then
        Portal portal = world.portal();
        world.when(() -> portal.staff().list(mia)).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.practices().own(mia)).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.practices().own(jane)).isRefused(CoreError.STAFF_ONLY);
        assertThat(portal.staff().list(world.admin()))
                .extracting(StaffMember::id)
                .contains(World.staffId(max));
    }

    @Scenario
    @Tag("rule:PR-4")
    void anAdministratorChangesTheSettings(World world) {
        // given
        PracticeSettings old = world.practice().settings();
        PracticeSettings never =
                new PracticeSettings(Admission.ON_ADD, old.means(), old.sessions(), Optional.empty(), 1_000, "Welcome");

        // when
        world.portal().practices().changeSettings(world.admin(), never, Optional.of(0L));

        // then
        assertThat(world.portal().practices().own(world.admin()).settings()).isEqualTo(never);
        world.when(() -> world.portal().practices().changeSettings(world.admin(), old, Optional.of(0L)))
                .isRefused(CoreError.CHANGED_MEANWHILE);
    }

    @Scenario
    @Tag("rule:PR-6")
    void deletingRestoringAndHoldingAreForAdministrators(World world) {
        // given
        Client acme = world.client("Acme");
        Client gone = world.client("Gone");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Actor mia = world.member("Mia Member", acme, gone);

        // when
        world.portal().clients().delete(world.admin(), gone.id());

        // then
        Portal portal = world.portal();
        world.when(() -> portal.clients().delete(mia, acme.id())).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.clients().restore(mia, gone.id())).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.clients().listDeleted(mia, PageRequest.first(5)))
                .isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.filing().hold(mia, file.id(), Optional.of("why")))
                .isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> portal.filing().hold(mia, acme.id(), Optional.of("why")))
                .isRefused(CoreError.ADMIN_ONLY);
    }

    @Scenario
    @Tag("rule:PR-6")
    void onlyAnAdministratorChangesAnothersEmail(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor mia = world.member("Mia Member", acme);
        Contact.Profile moved = Contact.Profile.of("Jane Doe", Optional.of(World.email("Jane Moved")));
        Contact.Profile none = Contact.Profile.of("Jane Doe", Optional.empty());

        // when
        Outcome<Contact> byMember = world.when(() -> change(world, mia, jane, moved));
        Outcome<Contact> takenAway = world.when(() -> change(world, mia, jane, none));
        Outcome<Contact> byAdmin = world.when(() -> change(world, world.admin(), jane, moved));

        // then
        byMember.isRefused(CoreError.ADMIN_ONLY);
        takenAway.isRefused(CoreError.ADMIN_ONLY);
        assertThat(byAdmin.isDone().email()).contains(World.email("Jane Moved"));
    }

    @Scenario
    @Tag("rule:PR-6")
    void anyStaffMayCreateAClientAndKeepsItInReach(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);

        // when
        Client made =
                world.portal().clients().create(mia, new CreateClient("Beta", EntityType.TRUST, Optional.empty()));

        // then
        assertThat(world.portal().clients().get(mia, made.id())).isEqualTo(made);
        StaffMember stored = world.portal().staff().list(world.admin()).stream()
                .filter(m -> m.id().equals(World.staffId(mia)))
                .findFirst()
                .orElseThrow();
        assertThat(stored.access().named()).containsExactlyInAnyOrder(acme.id(), made.id());
    }

    @Scenario
    @Tag("rule:PR-6")
    void anAdministratorAlwaysReachesAllClients(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        Actor ann = world.staff("Ann Second", StaffRole.ADMIN, ClientAccess.only(Set.of()));

        // then
        assertThat(world.portal().clients().get(ann, acme.id())).isEqualTo(acme);
    }

    @Scenario
    @Tag("rule:PR-6")
    void aContactIsNoStaff(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document file = world.document(jane, acme, FolderKind.ORDINARY, "file.pdf");

        // when
        Portal portal = world.portal();

        // then
        world.when(() -> portal.clients().create(jane, new CreateClient("B", EntityType.TRUST, Optional.empty())))
                .isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.clients().list(jane, Optional.empty(), PageRequest.first(5)))
                .isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.contacts().ofClient(jane, acme.id())).isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.assignments()
                        .setTerms(jane, World.assignmentId(jane, acme), Terms.BASE, Optional.empty()))
                .isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.filing().setVisible(jane, file.id(), false, Optional.empty()))
                .isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.filing().restore(jane, file.id())).isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.folders().create(jane, acme.id(), "Mine")).isRefused(CoreError.STAFF_ONLY);
        world.when(() -> portal.staff().list(jane)).isRefused(CoreError.STAFF_ONLY);
    }

    private static Contact change(World world, Actor by, Actor contact, Contact.Profile profile) {
        return world.portal().contacts().change(by, World.contactId(contact), profile, true, Optional.empty());
    }
}
