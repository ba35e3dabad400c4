package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff look up why somebody does not get in. */
class HistoryScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:SI-9")
    void theCausesOfFailureAreToldApartForStaff(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String first = door.mailTo("Jane Doe").token();

        // when
        world.when(() -> door.types(browser, "Jane Doe", "00000000")).isRefused(AuthError.WRONG_CODE);
        later(world);
        world.when(() -> door.opens(door.browser("x"), first, "John Roe")).isRefused(AuthError.WRONG_EMAIL);
        later(world);
        door.auth.links().send(world.admin(), World.contactId(jane));
        world.when(() -> door.opens(browser, first)).isRefused(AuthError.LINK_REPLACED);
        later(world);
        door.opens(browser, door.mailTo("Jane Doe").token(), "Jane Doe");
        later(world);
        world.when(() -> door.types(browser, "No.Body", "00000000")).isRefused(AuthError.WRONG_CODE);

        // then
        assertThat(door.history(jane)).containsExactly("signed_in", "link_replaced", "wrong_email", "wrong_code");
        assertThat(door.unknown()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("unknown_email");
            assertThat(attempt.typed()).contains("no.body@people.example");
            assertThat(attempt.network()).contains("203.0.113.7");
        });
    }

    @Scenario
    @Tag("rule:SI-9")
    @Tag("rule:PR-6")
    void unknownAddressesAreForAdministratorsOnly(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        Actor member = world.member("Mia Member", acme);

        // then
        world.when(() -> door.auth.history().unknown(member, Door.ALL)).isRefused(CoreError.ADMIN_ONLY);
        world.when(() -> door.auth.history().unknown(jane, Door.ALL)).isRefused(CoreError.STAFF_ONLY);
    }

    @Scenario
    @Tag("rule:SI-9")
    @Tag("rule:PR-3")
    void aContactsHistoryIsForStaffWhoReachOneOfItsClients(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor jane = door.invited("Jane Doe", acme);
        door.signsIn(door.browser("jane"), "Jane Doe");
        Actor member = world.member("Mia Member", acme);
        Actor other = world.member("Otto Other", world.client("Widgets"));

        // then
        assertThat(door.auth
                        .history()
                        .contact(member, World.contactId(jane), Door.ALL)
                        .items())
                .hasSize(1);
        world.when(() -> door.auth.history().contact(other, World.contactId(jane), Door.ALL))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> door.auth.history().contact(jane, World.contactId(jane), Door.ALL))
                .isRefused(CoreError.STAFF_ONLY);
    }

    @Scenario
    @Tag("rule:SI-9")
    void historiesAreKeptThirtyDays(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        door.signsIn(door.browser("jane"), "Jane Doe");
        door.asks(door.browser("x"), "No Body");

        // when
        world.clock().forward(Duration.ofDays(30));
        door.auth.history().purge(world.practiceId(), world.clock().instant());

        // then
        assertThat(door.history(jane)).hasSize(1);
        assertThat(door.unknown()).hasSize(1);

        // when
        world.clock().forward(MICRO);
        door.auth.history().purge(world.practiceId(), world.clock().instant());

        // then
        assertThat(door.history(jane)).isEmpty();
        assertThat(door.unknown()).isEmpty();
    }

    @Scenario
    @Tag("rule:SI-10")
    void purgingForgetsNoTryThatALimitStillLooksAt(World world) {
        // given
        Door door = new Door(world);
        for (int i = 0; i < 5; i++) {
            world.when(() -> door.types(door.browser("x"), "Jane Doe", "00000000"))
                    .isRefused(AuthError.WRONG_CODE);
        }

        // when
        world.clock().forward(Duration.ofSeconds(59));
        door.auth.history().purge(world.practiceId(), world.clock().instant());

        // then
        world.when(() -> door.types(door.browser("x"), "Jane Doe", "00000000")).isRefused(AuthError.TOO_MANY_TRIES);
    }

    @Scenario
    @Tag("rule:AU-1")
    void everySignInAndFailureIsAuditedWithItsNetworkAndNeverAName(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));
        Visit browser = door.browser("jane");
        door.asks(browser, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        world.when(() -> door.types(browser, "Jane Doe", "00000000")).isRefused(AuthError.WRONG_CODE);
        later(world);
        Redeemed.SignedIn signedIn = door.opens(browser, token);
        later(world);
        world.when(() -> door.types(browser, "No Body", "00000000")).isRefused(AuthError.WRONG_CODE);

        // then
        List<AuditRecord> audit = world.audit();
        assertThat(audit)
                .extracting(AuditRecord::action)
                .startsWith("sign_in_failed", "signed_in", "sign_in_failed", "link_asked");
        assertThat(audit.subList(0, 4))
                .allSatisfy(record -> assertThat(record.network()).contains("203.0.113.7"));
        assertThat(audit.get(1).actor()).isEqualTo(jane.principal());
        assertThat(audit.get(1).objectId()).isEqualTo(signedIn.session().id().toString());
        assertThat(audit.get(1).details()).isEqualTo(Map.of("means", "magic_link"));
        assertThat(audit.get(2).details())
                .isEqualTo(Map.of("outcome", "wrong_code", "subject", "CONTACT " + World.contactId(jane)));
        assertThat(audit.get(0).details()).isEqualTo(Map.of("outcome", "wrong_code"));
        assertThat(audit.toString()).doesNotContain("jane.doe", "no.body", "Jane Doe", token);
    }

    @Scenario
    @Tag("rule:DE-2")
    void aDeletedContactHasNoHistoryToShow(World world) {
        // given
        Door door = new Door(world);
        Actor jane = door.invited("Jane Doe", world.client("Acme"));

        // when
        world.portal().deletion().delete(world.admin(), World.contactId(jane));

        // then
        world.when(() -> door.auth.history().contact(world.admin(), World.contactId(jane), Door.ALL))
                .isRefused(CoreError.NOT_FOUND);
    }

    /** So that the order in which things happened shows. */
    private static void later(World world) {
        world.clock().forward(Duration.ofSeconds(1));
    }
}
