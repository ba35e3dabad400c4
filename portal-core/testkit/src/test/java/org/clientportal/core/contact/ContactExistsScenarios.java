package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Race;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** One email is one living contact, and who asks decides what the refusal tells. */
class ContactExistsScenarios {
    private static final Contact.Profile AGAIN =
            Contact.Profile.of("Somebody Else", Optional.of(World.email("JANE Doe")));

    @Scenario
    @Tag("rule:CC-6")
    void anAdministratorIsToldWhoAndWhatToDo(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor jane = world.contact("Jane Doe", acme);
        AddContact again = new AddContact(AGAIN, Map.of(acme.id(), Terms.BASE), Optional.empty());

        // when
        Outcome<Contact> onTab = add(world, world.admin(), beta);
        Outcome<Contact> inAll = world.when(() -> world.portal().contacts().add(world.admin(), again));

        // then
        for (Outcome<Contact> outcome : List.of(onTab, inAll)) {
            PortalException refusal = outcome.isRefused(CoreError.CONTACT_EXISTS);
            assertThat(refusal.details())
                    .containsOnly(
                            entry("reason", "give_client"),
                            entry("contactId", World.contactId(jane).toString()));
            assertThat(refusal.words()).contains("All Contacts", "Client(s)");
            assertThat(refusal.field()).contains("email");
        }
    }

    @Scenario
    @Tag("rule:CC-6")
    void aMemberIsToldToAskAnAdministratorAndNothingElse(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Client inReach = world.client("Gamma");
        world.contact("Jane Doe", acme);
        world.contact("Jim Doe", inReach);
        Actor mia = world.member("Mia Member", beta, inReach);

        // when
        PortalException outOfReach = add(world, mia, beta).isRefused(CoreError.CONTACT_EXISTS);
        PortalException alsoMine = world.when(() -> world.portal()
                        .contacts()
                        .addToClient(
                                mia,
                                beta.id(),
                                Contact.Profile.of("Jim", Optional.of(World.email("Jim Doe"))),
                                Terms.BASE))
                .isRefused(CoreError.CONTACT_EXISTS);

        // then
        assertThat(outOfReach.details()).containsOnly(entry("reason", "ask_administrator"));
        assertThat(outOfReach.words()).contains("ask an administrator").doesNotContain("Jane", "Acme");
        assertThat(alsoMine.words()).isEqualTo(outOfReach.words());
        assertThat(alsoMine.details()).isEqualTo(outOfReach.details());
    }

    @Scenario
    @Tag("rule:CC-6")
    void whoIsOnThisVeryClientAlreadyIsSaidToBe(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor mia = world.member("Mia Member", acme);

        // when
        PortalException toMember = add(world, mia, acme).isRefused(CoreError.CONTACT_EXISTS);
        PortalException toAdmin = add(world, world.admin(), acme).isRefused(CoreError.CONTACT_EXISTS);

        // then
        assertThat(toMember.words()).contains("this client already");
        assertThat(toMember.details()).containsOnly(entry("reason", "on_this_client"));
        assertThat(toAdmin.words()).contains("this client already");
        assertThat(toAdmin.details())
                .containsOnly(
                        entry("reason", "on_this_client"),
                        entry("contactId", World.contactId(jane).toString()));
    }

    @Scenario
    @Tag("rule:CC-6")
    void aMemberLearnsNothingOfAClientOutsideItsReach(World world) {
        // given
        Client acme = world.client("Acme");
        world.contact("Jane Doe", acme);

        // when
        Actor mia = world.member("Mia Member");

        // then
        add(world, mia, acme).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:CC-6")
    void changingToATakenEmailIsRefusedToo(World world) {
        // given
        Client acme = world.client("Acme");
        world.contact("Jane Doe", acme);
        Actor joe = world.contact("Joe Other", acme);

        // when
        Outcome<Contact> refused = world.when(() ->
                world.portal().contacts().change(world.admin(), World.contactId(joe), AGAIN, true, Optional.empty()));

        // then
        refused.isRefused(CoreError.CONTACT_EXISTS);
    }

    @Scenario
    @Tag("rule:CC-6")
    void twoWhoAddOneEmailAtOnceMakeOneContact(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor mia = world.member("Mia Member", beta);

        // when
        List<Outcome<Contact>> outcomes = Race.of(
                () -> add(world, world.admin(), acme), () -> add(world, mia, beta), () -> add(world, mia, beta));

        // then
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        outcomes.stream()
                .filter(outcome -> !outcome.succeeded())
                .forEach(outcome -> outcome.isRefused(CoreError.CONTACT_EXISTS));
        ContactQuery everyone =
                new ContactQuery(Optional.empty(), Optional.empty(), World.START, PageRequest.first(10));
        assertThat(world.portal().contacts().list(world.admin(), everyone).items())
                .hasSize(1);
    }

    private static Outcome<Contact> add(World world, Actor by, Client client) {
        return world.when(() -> world.portal().contacts().addToClient(by, client.id(), AGAIN, Terms.BASE));
    }
}
