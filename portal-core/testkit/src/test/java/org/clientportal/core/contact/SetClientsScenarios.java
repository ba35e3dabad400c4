package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** In All Contacts an administrator sets the whole set of a contact's clients at once. */
class SetClientsScenarios {
    @Scenario
    @Tag("rule:CC-7")
    void theSetIsReplacedWithPermissionsForEach(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Client gamma = world.client("Gamma");
        Actor joe = world.contact(
                "Joe Doe", Map.of(acme.id(), Terms.of(Permission.FILES), beta.id(), Terms.of(Permission.TAX)));

        // when
        List<Grant> now = set(
                        world,
                        joe,
                        Map.of(
                                beta.id(), Terms.of(Permission.FINANCIAL),
                                gamma.id(), Terms.of(Permission.CLIENT_ADMIN)))
                .isDone();

        // then
        assertThat(now)
                .extracting(g -> g.client().name(), g -> g.assignment().permissions())
                .containsExactly(
                        tuple("Beta", Set.of(Permission.FINANCIAL)), tuple("Gamma", Set.of(Permission.CLIENT_ADMIN)));
        world.when(() -> world.filesSeen(joe, acme)).isRefused(CoreError.NOT_FOUND);
        assertThat(world.filesSeen(joe, gamma)).isEmpty();
    }

    @Scenario
    @Tag("rule:CC-7")
    void theEmptySetIsRefused(World world) {
        // given
        Client acme = world.client("Acme");
        Actor joe = world.contact("Joe Doe", acme);

        // when
        Outcome<List<Grant>> refused = set(world, joe, Map.of());

        // then
        refused.isRefused(CoreError.CLIENT_REQUIRED);
        assertThat(world.portal().clients().get(joe, acme.id())).isEqualTo(acme);
    }

    @Scenario
    @Tag("rule:CC-7")
    void settingTheSameSetChangesNothing(World world) {
        // given
        Client acme = world.client("Acme");
        Actor joe = world.contact("Joe Doe", acme, Permission.FILES);
        int before = world.audit().size();

        // when
        set(world, joe, Map.of(acme.id(), Terms.of(Permission.FILES))).isDone();

        // then
        assertThat(world.audit()).hasSize(before);
    }

    @Scenario
    @Tag("rule:CC-7")
    void oneUnknownClientLeavesTheSetAsItWas(World world) {
        // given
        Client acme = world.client("Acme");
        Actor joe = world.contact("Joe Doe", acme);

        // when
        Outcome<List<Grant>> refused = set(world, joe, Map.of(new ClientId(UUID.randomUUID()), Terms.BASE));

        // then
        refused.isRefused(CoreError.NOT_FOUND);
        assertThat(world.portal().clients().get(joe, acme.id())).isEqualTo(acme);
    }

    @Scenario
    @Tag("rule:CC-7")
    void aDeletedClientKeepsItsRelationForTheDayItIsRestored(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact("Joe Doe", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));
        world.portal().clients().delete(world.admin(), acme.id());

        // when
        set(world, joe, Map.of(beta.id(), Terms.BASE)).isDone();
        world.portal().clients().restore(world.admin(), acme.id());

        // then
        assertThat(world.portal().clients().get(joe, acme.id()).name()).isEqualTo("Acme");
    }

    private static Outcome<List<Grant>> set(World world, Actor contact, Map<ClientId, Terms> clients) {
        return world.when(
                () -> world.portal().assignments().setClients(world.admin(), World.contactId(contact), clients));
    }
}
