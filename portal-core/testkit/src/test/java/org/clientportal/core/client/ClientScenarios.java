package org.clientportal.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.home.HomeView;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Clients are businesses, kept in the client list. */
class ClientScenarios {
    @Scenario
    @Tag("rule:CC-1")
    void aClientHasANameAndAnEntityType(World world) {
        // when
        Client made = world.portal()
                .clients()
                .create(world.admin(), new CreateClient(" Doe Family Trust ", EntityType.TRUST, Optional.empty()));

        // then
        assertThat(made.name()).isEqualTo("Doe Family Trust");
        assertThat(made.type()).isEqualTo(EntityType.TRUST);
        assertThat(world.portal().clients().get(world.admin(), made.id())).isEqualTo(made);
    }

    @Scenario
    @Tag("rule:CC-1")
    void theClientListShowsClientsAndNeverContacts(World world) {
        // given
        Client acme = world.client("Acme");
        world.contact("Zoe Contact", acme);

        // when
        Page<Client> all = list(world, Optional.empty());

        // then
        assertThat(all.items()).containsExactly(acme);
        assertThat(list(world, Optional.of("zoe")).items()).isEmpty();
    }

    @Scenario
    @Tag("rule:CC-1")
    void aContactOfSeveralBusinessesHasOnePortalForAll(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact(
                "Joe Both", Map.of(acme.id(), Terms.of(Permission.FILES), beta.id(), Terms.of(Permission.TAX)));

        // when
        HomeView home = world.portal().home().of(joe, Optional.empty());

        // then
        assertThat(home.businesses()).extracting(Client::name).containsExactly("Acme", "Beta");
        ContactRow row = world.portal().contacts().get(world.admin(), World.contactId(joe));
        assertThat(row.grants())
                .extracting(g -> g.assignment().permissions())
                .containsExactly(Set.of(Permission.FILES), Set.of(Permission.TAX));
    }

    @Scenario
    @Tag("rule:CC-2")
    void creatingAClientCreatesNoContact(World world) {
        // when
        Client acme = world.client("Acme");

        // then
        assertThat(world.portal().contacts().ofClient(world.admin(), acme.id())).isEmpty();
        assertThat(world.audited(acme.id())).containsExactly("client_created");
    }

    @Scenario
    @Tag("rule:CC-2")
    void deletingAClientDeletesNoContact(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Actor joe = world.contact("Joe Both", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));

        // when
        world.portal().clients().delete(world.admin(), acme.id());

        // then
        ContactQuery everyone =
                new ContactQuery(Optional.empty(), Optional.empty(), World.START, PageRequest.first(10));
        assertThat(world.portal().contacts().list(world.admin(), everyone).items())
                .extracting(row -> row.contact().id())
                .containsExactly(World.contactId(jane), World.contactId(joe));
        assertThat(world.portal().home().of(joe, Optional.empty()).businesses())
                .extracting(Client::name)
                .containsExactly("Beta");
    }

    @Scenario
    @Tag("rule:CC-3")
    void creatingAContactCreatesNoClient(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        world.contact("Jane Doe", acme);

        // then
        assertThat(list(world, Optional.empty()).items()).containsExactly(acme);
    }

    @Scenario
    @Tag("rule:DE-7")
    void aDeletedClientDoesNotExistAndComesBackWithItsContacts(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor mia = world.member("Mia Member", acme);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Portal portal = world.portal();

        // when
        portal.clients().delete(world.admin(), acme.id());

        // then
        world.when(() -> portal.clients().get(mia, acme.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.clients().get(jane, acme.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.contacts().ofClient(mia, acme.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.folders().create(world.admin(), acme.id(), "Late"))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().get(jane, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.documents().get(mia, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.filing().setVisible(mia, file.id(), false, Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(portal.clients()
                        .listDeleted(world.admin(), PageRequest.first(5))
                        .items())
                .extracting(Client::id)
                .containsExactly(acme.id());

        // when
        world.clock().forward(Duration.ofDays(30).minusSeconds(1));
        portal.clients().restore(world.admin(), acme.id());

        // then
        world.thenReads(jane, file, "file.pdf");
    }

    @Scenario
    @Tag("rule:DE-7")
    void afterThirtyDaysADeletedClientStaysDeleted(World world) {
        // given
        Client acme = world.client("Acme");
        world.portal().clients().delete(world.admin(), acme.id());

        // when
        world.clock().forward(Duration.ofDays(30));

        // then
        world.when(() -> world.portal().clients().restore(world.admin(), acme.id()))
                .isRefused(CoreError.BAD_STATE, "not_restorable");
    }

    @Scenario
    void aChangeFromAnOldVersionIsRefused(World world) {
        // given
        Client acme = world.client("Acme");
        ChangeClient rename = new ChangeClient(acme.id(), "Acme Inc.", EntityType.COMPANY, Optional.of(acme.version()));

        // when
        Client renamed = world.portal().clients().change(world.admin(), rename);

        // then
        assertThat(renamed.name()).isEqualTo("Acme Inc.");
        world.when(() -> world.portal().clients().change(world.admin(), rename)).isRefused(CoreError.CHANGED_MEANWHILE);
    }

    private static Page<Client> list(World world, Optional<String> search) {
        return world.portal().clients().list(world.admin(), search, PageRequest.first(10));
    }
}
