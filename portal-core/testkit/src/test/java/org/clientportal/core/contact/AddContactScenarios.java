package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Contacts are added in All Contacts or on a client's tab, and nowhere else. */
class AddContactScenarios {
    @Scenario
    @Tag("rule:CC-4")
    @Tag("rule:CC-7")
    void aClientsTabAssignsExactlyThatClient(World world) {
        // given
        Client acme = world.client("Acme");
        world.client("Beta");
        Actor mia = world.member("Mia Member", acme);

        // when
        Contact jane = world.portal().contacts().addToClient(mia, acme.id(), profile("Jane Doe"), Terms.BASE);

        // then
        ContactRow row = world.portal().contacts().get(world.admin(), jane.id());
        assertThat(row.grants()).extracting(g -> g.client().name()).containsExactly("Acme");
    }

    @Scenario
    @Tag("rule:CC-4")
    void allContactsAsksForAtLeastOneClient(World world) {
        // given
        AddContact nowhere = new AddContact(profile("Jane Doe"), Map.of(), Optional.empty());

        // when
        Outcome<Contact> refused = world.when(() -> world.portal().contacts().add(world.admin(), nowhere));

        // then
        assertThat(refused.isRefused(CoreError.CLIENT_REQUIRED).field()).contains("clients");
        assertThat(everyone(world)).isEmpty();
    }

    @Scenario
    @Tag("rule:CC-4")
    void anUnknownClientAddsNobody(World world) {
        // given
        Client acme = world.client("Acme");
        ClientId unknown = new ClientId(UUID.randomUUID());
        AddContact half = new AddContact(
                profile("Jane Doe"), Map.of(acme.id(), Terms.BASE, unknown, Terms.BASE), Optional.empty());

        // when
        Outcome<Contact> refused = world.when(() -> world.portal().contacts().add(world.admin(), half));

        // then
        refused.isRefused(CoreError.NOT_FOUND);
        assertThat(everyone(world)).isEmpty();
        assertThat(world.portal().contacts().ofClient(world.admin(), acme.id())).isEmpty();
    }

    @Scenario
    @Tag("rule:CC-5")
    void allContactsListsEverybodyAndATabOnlyItsOwn(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        world.contact("Bob Beta", beta);
        world.contact("Joe Both", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));

        // when
        world.portal().contacts().addToClient(world.admin(), acme.id(), profile("Amy Acme"), Terms.BASE);

        // then
        assertThat(everyone(world)).containsExactly("Amy Acme", "Bob Beta", "Joe Both");
        assertThat(tab(world, acme)).containsExactlyInAnyOrder("Amy Acme", "Joe Both");
        assertThat(tab(world, beta)).containsExactlyInAnyOrder("Bob Beta", "Joe Both");
    }

    @Scenario
    @Tag("rule:CC-9")
    void aNameIsAllAContactNeeds(World world) {
        // given
        Client acme = world.client("Acme");
        Contact.Profile nameOnly = Contact.Profile.of("Jane Doe", Optional.empty());

        // when
        Contact first = world.portal().contacts().addToClient(world.admin(), acme.id(), nameOnly, Terms.BASE);
        Contact second = world.portal().contacts().addToClient(world.admin(), acme.id(), nameOnly, Terms.BASE);

        // then
        assertThat(first.email()).isEmpty();
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Scenario
    @Tag("rule:CC-9")
    void phoneLocaleAndZoneAreKept(World world) {
        // given
        Client acme = world.client("Acme");
        Contact.Profile full = new Contact.Profile(
                "Jane Doe",
                Optional.of(World.email("Jane Doe")),
                Optional.of(new PhoneNumber("+1 512 555 0123")),
                Optional.of(Locale.forLanguageTag("es-US")),
                Optional.of(ZoneId.of("America/Denver")));

        // when
        Contact jane = world.portal().contacts().addToClient(world.admin(), acme.id(), full, Terms.BASE);

        // then
        assertThat(world.portal()
                        .contacts()
                        .get(world.admin(), jane.id())
                        .contact()
                        .profile())
                .contains(full);
    }

    @Scenario
    @Tag("rule:IN-8")
    void addingSomebodyNotifiesNobody(World world) {
        // given
        Client acme = world.client("Acme");
        world.contact("Amy Already", acme, Permission.CLIENT_ADMIN);

        // when
        Contact jane = world.portal()
                .contacts()
                .addToClient(world.admin(), acme.id(), profile("Jane Doe"), Terms.of(Permission.FILES));

        // then
        assertThat(world.messages()).isEmpty();
        assertThat(jane.access().at(world.clock().instant())).isEqualTo(AccessState.NOT_INVITED);
    }

    private static Contact.Profile profile(String name) {
        return Contact.Profile.of(name, Optional.of(World.email(name)));
    }

    private static List<String> tab(World world, Client client) {
        return names(world.portal().contacts().ofClient(world.admin(), client.id()));
    }

    private static List<String> everyone(World world) {
        ContactQuery query = new ContactQuery(Optional.empty(), Optional.empty(), World.START, PageRequest.first(10));
        return names(world.portal().contacts().list(world.admin(), query).items());
    }

    private static List<String> names(List<ContactRow> rows) {
        return rows.stream().map(row -> row.contact().name().orElseThrow()).toList();
    }
}
