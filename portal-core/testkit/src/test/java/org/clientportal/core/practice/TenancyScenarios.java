package org.clientportal.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Practices share a portal and nothing else. */
class TenancyScenarios {
    @Scenario
    @Tag("rule:PR-1")
    @Tag("promise:P13")
    void nothingOfOnePracticeIsVisibleFromAnother(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document secret = world.document(world.admin(), acme, FolderKind.ORDINARY, "secret.pdf");
        FolderId folder = world.folder(acme, FolderKind.ORDINARY).id();
        Portal portal = world.portal();

        // when
        Actor stranger = Actors.service(world.anotherPractice().id(), "stranger");

        // then
        world.when(() -> portal.clients().get(stranger, acme.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.contacts().get(stranger, World.contactId(jane))).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().get(stranger, secret.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.downloads().open(stranger, secret.id(), 0)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.folders().rename(stranger, folder, "Mine", Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.filing().delete(stranger, secret.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.explain().whoSees(stranger, secret.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.deletion().delete(stranger, World.contactId(jane)))
                .isRefused(CoreError.NOT_FOUND);
        world.thenReads(jane, secret, "secret.pdf");
    }

    @Scenario
    @Tag("rule:PR-1")
    void listsAndCountsStopAtThePractice(World world) {
        // given
        Client acme = world.client("Acme");
        world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        PageRequest page = PageRequest.first(10);

        // when
        Actor stranger = Actors.service(world.anotherPractice().id(), "stranger");

        // then
        Portal portal = world.portal();
        assertThat(portal.clients().list(stranger, Optional.empty(), page).items())
                .isEmpty();
        ContactQuery everyone = new ContactQuery(Optional.empty(), Optional.empty(), World.START, page);
        assertThat(portal.contacts().list(stranger, everyone).items()).isEmpty();
        assertThat(portal.staff().list(stranger)).isEmpty();
    }

    @Scenario
    @Tag("rule:PR-1")
    void theSameEmailIsTwoPersonsInTwoPractices(World world) {
        // given
        Contact.Profile jane = Contact.Profile.of("Jane Doe", Optional.of(World.email("Jane Doe")));
        Actor here = world.admin();
        Actor there = Actors.service(world.anotherPractice().id(), "crm");
        Client ours = world.client("Acme");
        Client theirs =
                world.portal().clients().create(there, new CreateClient("Acme", EntityType.COMPANY, Optional.empty()));

        // when
        Contact first = world.portal().contacts().addToClient(here, ours.id(), jane, Terms.BASE);
        Contact second = world.portal().contacts().addToClient(there, theirs.id(), jane, Terms.BASE);

        // then
        assertThat(second.id()).isNotEqualTo(first.id());
        world.portal().deletion().delete(there, second.id());
        assertThat(world.portal().contacts().get(here, first.id()).contact().email())
                .contains(World.email("Jane Doe"));
    }

    @Scenario
    @Tag("rule:PR-1")
    void aContactCannotBeAssignedToAnotherPracticesClient(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor there = Actors.service(world.anotherPractice().id(), "crm");
        Client theirs = world.portal()
                .clients()
                .create(there, new CreateClient("Theirs", EntityType.COMPANY, Optional.empty()));

        // when
        Map<ClientId, Terms> both = Map.of(acme.id(), Terms.BASE, theirs.id(), Terms.BASE);

        // then
        world.when(() -> world.portal().assignments().setClients(world.admin(), World.contactId(jane), both))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(world.portal().contacts().ofClient(there, theirs.id())).isEmpty();
    }
}
