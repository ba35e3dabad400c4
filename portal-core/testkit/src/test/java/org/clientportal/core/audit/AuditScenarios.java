package org.clientportal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.ChangeClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.ChangeDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Every change leaves exactly one record, written with it, of ids alone. */
class AuditScenarios {
    @Scenario
    @Tag("rule:AU-1")
    @Tag("promise:P18")
    void everyUseCaseLeavesItsRecord(World world) {
        // given
        Portal portal = world.portal();
        Actor admin = world.admin();
        Client acme = world.client("Acme");
        int before = world.audit().size();

        // when
        portal.clients().change(admin, new ChangeClient(acme.id(), "Acme Inc.", EntityType.TRUST, Optional.empty()));
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        portal.assignments()
                .setTerms(admin, World.assignmentId(jane, acme), Terms.of(Permission.CLIENT_ADMIN), Optional.empty());
        portal.contacts()
                .change(
                        admin,
                        World.contactId(jane),
                        Contact.Profile.of("Jane Roe", Optional.of(World.email("Jane Doe"))),
                        false,
                        Optional.empty());
        Folder folder = portal.folders().create(admin, acme.id(), "Contracts");
        portal.folders().rename(admin, folder.id(), "Agreements", Optional.empty());
        Document file = world.document(admin, acme, FolderKind.ORDINARY, "file.pdf");
        portal.filing().setVisible(admin, file.id(), false, Optional.empty());
        portal.filing().setVisible(admin, file.id(), true, Optional.empty());
        portal.filing()
                .change(admin, ChangeDocument.filed(file.id(), folder.id(), file.name(), 2025, Optional.empty()));
        Bytes.of(portal.downloads().open(jane, file.id(), 0));
        Bytes.of(portal.downloads().preview(jane, file.id()));
        portal.filing().hold(admin, file.id(), Optional.of("why"));
        portal.filing().hold(admin, file.id(), Optional.empty());
        portal.filing().hold(admin, acme.id(), Optional.of("why"));
        portal.filing().hold(admin, acme.id(), Optional.empty());
        portal.filing().delete(admin, file.id());
        portal.filing().restore(admin, file.id());
        portal.practices().changeSettings(admin, PracticeSettings.DEFAULT, Optional.empty());
        Actor mia = world.member("Mia Member", acme);
        portal.staff()
                .change(
                        admin,
                        new ChangeStaff(
                                World.staffId(mia), StaffRole.ADMIN, true, ClientAccess.ALL, true, Optional.empty()));
        portal.deletion().delete(admin, World.contactId(jane));
        portal.clients().delete(admin, acme.id());
        portal.clients().restore(admin, acme.id());

        // then
        List<AuditRecord> records = new ArrayList<>(world.audit());
        records.subList(records.size() - before, records.size()).clear();
        Collections.reverse(records);
        assertThat(records)
                .extracting(AuditRecord::action)
                .containsExactly(
                        "client_changed",
                        "contact_added",
                        "contact_assigned",
                        "permissions_changed",
                        "contact_changed",
                        "folder_created",
                        "folder_renamed",
                        "document_uploaded",
                        "document_hidden",
                        "document_shown",
                        "document_filed",
                        "document_downloaded",
                        "document_previewed",
                        "document_held",
                        "document_released",
                        "client_held",
                        "client_released",
                        "document_trashed",
                        "document_restored",
                        "settings_changed",
                        "staff_added",
                        "staff_changed",
                        "contact_unassigned",
                        "contact_deleted",
                        "client_deleted",
                        "client_restored");
    }

    @Scenario
    @Tag("rule:AU-1")
    void aRecordSaysWhoWhatWhereWhenAndFromWhichAddress(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Actor atHome = new Actor.Contact(
                world.practiceId(), World.contactId(jane), Optional.empty(), Optional.of("203.0.113.9"));
        world.clock().forward(Duration.ofMinutes(7));

        // when
        Bytes.of(world.portal().downloads().open(atHome, file.id(), 0));

        // then
        AuditRecord record = world.audit().get(0);
        assertThat(record.action()).isEqualTo("document_downloaded");
        assertThat(record.actor()).isEqualTo(Principal.of(World.contactId(jane)));
        assertThat(record.client()).contains(acme.id());
        assertThat(record.object()).isEqualTo("document");
        assertThat(record.objectId()).isEqualTo(file.id().toString());
        assertThat(record.network()).contains("203.0.113.9");
        assertThat(record.at()).isEqualTo(World.START.plus(Duration.ofMinutes(7)));
        assertThat(record.onBehalfOf()).isEmpty();
    }

    @Scenario
    @Tag("rule:AU-1")
    @Tag("rule:DE-2")
    void recordsHoldIdsAndNeverANameEmailOrText(World world) {
        // given
        Client acme = world.client("Zanzibar");
        Contact.Profile profile = new Contact.Profile(
                "Quentin Quux",
                Optional.of(new EmailAddress("quentin@quux.example")),
                Optional.of(new PhoneNumber("+15125550123")),
                Optional.empty(),
                Optional.empty());
        Contact contact =
                world.portal().contacts().addToClient(world.admin(), acme.id(), profile, Terms.of(Permission.FILES));
        Actor quentin = Actors.contact(world.practiceId(), contact.id());
        Document file = world.document(quentin, acme, FolderKind.ORDINARY, "quux-secret.pdf");
        world.portal().filing().hold(world.admin(), file.id(), Optional.of("Quuxgate"));
        world.portal().folders().create(world.admin(), acme.id(), "Quux papers");
        world.staff("Quinn Quux", StaffRole.MEMBER, ClientAccess.ALL);
        world.portal().deletion().delete(world.admin(), contact.id());

        // then
        assertThat(world.audit())
                .allSatisfy(record -> assertThat(record.toString())
                        .doesNotContainIgnoringCase("quux")
                        .doesNotContainIgnoringCase("quentin")
                        .doesNotContainIgnoringCase("zanzibar")
                        .doesNotContain("5550123"));
    }

    @Scenario
    @Tag("rule:AU-1")
    void whatIsRefusedLeavesNoRecord(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        int before = world.audit().size();

        // when
        world.when(() -> world.portal().downloads().open(jane, file.id(), 0)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().filing().delete(jane, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.contact("Jane Doe", acme)).isRefused(CoreError.CONTACT_EXISTS);
        // refused after something has happened: the person is added, and then the client is not there
        ClientId nowhere = new ClientId(UUID.randomUUID());
        world.when(() -> world.contact("Joe Late", Map.of(nowhere, Terms.BASE))).isRefused(CoreError.NOT_FOUND);

        // then
        assertThat(world.audit()).hasSize(before);
    }

    @Scenario
    @Tag("rule:AU-1")
    void lookingLeavesNoRecord(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        int before = world.audit().size();

        // when
        world.filesSeen(jane, acme);
        world.portal().documents().get(jane, file.id());
        world.portal().downloads().look(jane, file.id());
        Bytes.of(world.portal().downloads().thumbnail(jane, file.id()));
        world.portal().home().of(jane, Optional.empty());
        world.portal().explain().whoSees(world.admin(), file.id());

        // then
        assertThat(world.audit()).hasSize(before);
    }
}
