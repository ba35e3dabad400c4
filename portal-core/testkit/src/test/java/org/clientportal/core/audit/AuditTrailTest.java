package org.clientportal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.client.Client;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Administrators look up what happened, and nobody else. */
@Tag("rule:AU-1")
class AuditTrailTest {
    @Scenario
    void anAdministratorFindsWhatHappenedAtAClient(World world) {
        // given
        Client acme = world.client("Acme");
        world.client("Beta");

        // when
        Page<AuditEntry> page = world.portal().audit().list(world.admin(), about(acme));

        // then
        assertThat(page.items()).extracting(entry -> entry.record().action()).containsExactly("client_created");
        assertThat(page.items())
                .extracting(entry -> entry.record().actor())
                .containsExactly(world.admin().principal());
    }

    @Scenario
    @Tag("rule:PR-1")
    void anotherPracticesAdministratorFindsNothingOfIt(World world) {
        // given
        Client acme = world.client("Acme");
        Actor stranger = Actors.service(world.anotherPractice().id(), "stranger");

        // when, then
        assertThat(world.portal().audit().list(stranger, about(acme)).items()).isEmpty();
    }

    @Scenario
    @Tag("rule:PR-6")
    void aMemberIsRefused(World world) {
        // given
        Client acme = world.client("Acme");
        Actor member = world.member("Max Member", acme);

        // when, then
        world.when(() -> world.portal().audit().list(member, about(acme))).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> world.portal().audit().verify(member)).isRefused(CoreError.ADMIN_ONLY);
    }

    @Scenario
    void aContactIsRefused(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);

        // when, then
        world.when(() -> world.portal().audit().list(jane, about(acme))).isRefused(CoreError.STAFF_ONLY);
        world.when(() -> world.portal().audit().verify(jane)).isRefused(CoreError.STAFF_ONLY);
    }

    private static AuditQuery about(Client client) {
        return new AuditQuery(
                Optional.of(client.id()), Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(50));
    }
}
