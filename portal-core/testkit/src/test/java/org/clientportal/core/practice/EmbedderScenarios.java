package org.clientportal.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** An embedder finds things by its own ids, and its own users act as staff. */
class EmbedderScenarios {
    @Scenario
    @Tag("rule:PR-7")
    void clientsContactsAndDocumentsAreFoundByTheEmbeddersIds(World world) {
        // given
        Actor crm = Actors.service(world.practiceId(), "crm");
        Client acme = create(world, crm, "Acme", "crm-1");
        Contact jane = world.portal().contacts().add(crm, jane(acme, "crm-2"));
        Document file = upload(world, crm, acme, "crm-3");

        // when
        Portal portal = world.portal();

        // then
        assertThat(portal.clients().getByExternalId(crm, "crm-1")).isEqualTo(acme);
        assertThat(portal.contacts().getByExternalId(crm, "crm-2").contact()).isEqualTo(jane);
        assertThat(portal.documents().getByExternalId(crm, "crm-3").document()).isEqualTo(file);
        world.when(() -> portal.clients().getByExternalId(crm, "crm-9")).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.contacts().getByExternalId(crm, "crm-9")).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().getByExternalId(crm, "crm-9")).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PR-7")
    void anExternalIdIsUniqueInItsPracticeAndFreeInAnother(World world) {
        // given
        Actor here = Actors.service(world.practiceId(), "crm");
        Actor there = Actors.service(world.anotherPractice().id(), "crm");
        Client acme = create(world, here, "Acme", "crm-1");
        world.portal().contacts().add(here, jane(acme, "crm-2"));
        upload(world, here, acme, "crm-3");

        // when
        Client elsewhere = create(world, there, "Acme", "crm-1");

        // then
        assertThat(world.portal().clients().getByExternalId(there, "crm-1")).isEqualTo(elsewhere);
        world.when(() -> create(world, here, "Other", "crm-1")).isRefused(CoreError.EXTERNAL_ID_TAKEN);
        AddContact joe = new AddContact(
                Contact.Profile.of("Joe", Optional.empty()), Map.of(acme.id(), Terms.BASE), Optional.of("crm-2"));
        world.when(() -> world.portal().contacts().add(here, joe)).isRefused(CoreError.EXTERNAL_ID_TAKEN);
        world.when(() -> upload(world, here, acme, "crm-3")).isRefused(CoreError.EXTERNAL_ID_TAKEN);
    }

    @Scenario
    @Tag("rule:PR-7")
    void anEmbeddersUserActsAsStaffWithinItsOwnReach(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");

        // when
        Actor kim = Actors.staff(world.practiceId(), "kim", StaffRole.MEMBER, ClientAccess.only(Set.of(acme.id())));

        // then
        assertThat(world.portal().clients().get(kim, acme.id())).isEqualTo(acme);
        world.when(() -> world.portal().clients().get(kim, other.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().clients().delete(kim, acme.id())).isRefused(CoreError.ADMIN_ONLY);
        Document file = world.document(kim, acme, FolderKind.ORDINARY, "from-kim.pdf");
        assertThat(file.uploadedBy()).isEqualTo(Principal.service("kim"));
        assertThat(world.audit().get(0).actor()).isEqualTo(Principal.service("kim"));
    }

    @Scenario
    @Tag("rule:PR-7")
    @Tag("rule:PM-9")
    void anExternalIdDoesNotReachFurtherThanItsReader(World world) {
        // given
        Actor crm = Actors.service(world.practiceId(), "crm");
        Client acme = create(world, crm, "Acme", "crm-1");
        world.portal().contacts().add(crm, jane(acme, "crm-2"));
        upload(world, crm, acme, "crm-3");
        Actor base = world.contact("Joe Base", acme);

        // when
        Actor outside = world.member("Mia Member");

        // then
        Portal portal = world.portal();
        world.when(() -> portal.clients().getByExternalId(outside, "crm-1")).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.contacts().getByExternalId(outside, "crm-2")).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().getByExternalId(outside, "crm-3")).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().getByExternalId(base, "crm-3")).isRefused(CoreError.NOT_FOUND);
    }

    private static Client create(World world, Actor by, String name, String externalId) {
        return world.portal().clients().create(by, new CreateClient(name, EntityType.COMPANY, Optional.of(externalId)));
    }

    private static AddContact jane(Client client, String externalId) {
        return new AddContact(
                Contact.Profile.of("Jane", Optional.of(World.email("Jane"))),
                Map.of(client.id(), Terms.BASE),
                Optional.of(externalId));
    }

    private static Document upload(World world, Actor by, Client client, String externalId) {
        UploadDocument command = new UploadDocument(
                client.id(),
                world.folder(client, FolderKind.ORDINARY).id(),
                new FileName("file.txt"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of(externalId));
        return world.portal().uploads().upload(by, command, new ByteArrayInputStream(new byte[] {'a'}));
    }
}
