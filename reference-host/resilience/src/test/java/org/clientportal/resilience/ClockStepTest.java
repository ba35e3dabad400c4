package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of a running host is set, by hours and by a month, in both directions. */
@Tag("full")
class ClockStepTest {
    private static final String IRIS = "iris@customer.example";

    @Test
    @Tag("promise:P28")
    @Tag("rule:IN-2")
    void a_host_with_a_wrong_clock_says_so_keeps_to_its_rules_and_recovers(@TempDir Path folder) throws Exception {
        assumeTrue(TurnedClock.canBeTurned(), "libfaketime is needed");
        TurnedClock clock = new TurnedClock(folder.resolve("clock"));
        try (Post post = new Post();
                PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of())) {
            Site site = Site.postgres(folder.resolve("site"), post.port(), database.fresh());
            try (HostProcess host = site.launch(List.of(), clock.environment()).awaitReady()) {
                // given
                Caller early = Site.signIn(host, post, "STAFF", Site.ADMIN);
                String client = early.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                        .ok()
                        .text("id");
                invite(early, client, IRIS);
                String token = post.token(IRIS, 1);

                // when it is two hours later, then nobody stayed signed in, and whoever signs in again can work
                clock.set("+2h");
                HostProcess.await("the reason", () -> host.readiness().equals("clock"));
                assertThat(early.get("/api/v1/clients").status()).isEqualTo(401);
                Caller later = Site.signIn(host, post, "STAFF", Site.ADMIN);
                assertThat(expired(later)).doesNotContain(IRIS);
                invite(later, client, "later@customer.example");
                post.token("later@customer.example", 1);

                // when it is a month later, then the invitation has ended
                clock.set("+31d");
                assertThat(later.get("/api/v1/clients").status()).isEqualTo(401);
                Caller last = Site.signIn(host, post, "STAFF", Site.ADMIN);
                assertThat(expired(last)).contains(IRIS);
                assertThat(redeem(host, token).done()).isFalse();
                assertThat(host.readiness()).isEqualTo("clock");

                // when it is too early, then mails go out as ever
                for (String step : List.of("-2h", "-31d")) {
                    clock.set(step);
                    assertThat(host.readiness()).isEqualTo("clock");
                    String email = "early" + step.substring(1) + "@customer.example";
                    invite(last, client, email);
                    post.token(email, 1);
                }

                // when it is right again, then so is everything, in the same process
                clock.set("+0");
                host.awaitReady();
                assertThat(expired(last)).doesNotContain(IRIS);
                assertThat(redeem(host, token).ok().text("token")).isNotEmpty();
            }
        }
    }

    @Test
    @Tag("promise:P28")
    @Tag("promise:P18")
    void what_a_host_held_whose_clock_was_a_month_ahead_is_free_when_it_is_gone(@TempDir Path folder) throws Exception {
        assumeTrue(TurnedClock.canBeTurned(), "libfaketime is needed");
        TurnedClock clock = new TurnedClock(folder.resolve("clock"));
        try (Post post = new Post();
                PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of())) {
            Site site = Site.postgres(folder.resolve("site"), post.port(), database.fresh());
            Evidence evidence = new Evidence(site.config());
            try (HostProcess host = site.launch(List.of(), clock.environment()).awaitReady()) {
                // given a lease that ends in a month
                clock.set("+31d");
                HostProcess.await("the reason", () -> host.readiness().equals("clock"));
                Site.signIn(host, post, "STAFF", Site.ADMIN);
                HostProcess.await(
                        "the lease",
                        () -> evidence.count(
                                                "lease where ends_at > extract(epoch from now() + interval '30 days') * 1000000")
                                        > 0
                                && evidence.count("audit_unsealed") == 0);

                // when it is killed, and another takes its place
                host.kill();
            }
            try (HostProcess next = site.start()) {
                Site.signIn(next, post, "STAFF", Site.ADMIN);

                // then what it does is sealed
                HostProcess.await("the seals", () -> evidence.count("audit_unsealed") == 0);
            }
        }
    }

    private static void invite(Caller staff, String client, String email) throws IOException {
        String id = staff.call(
                        "POST", "/api/v1/clients/" + client + "/contacts", Map.of("name", "Iris", "email", email))
                .ok()
                .text("id");
        staff.call("POST", "/api/v1/clients/" + client + "/invitations", Map.of("contactIds", List.of(id)))
                .ok();
    }

    private static String expired(Caller staff) throws IOException {
        return staff.get("/api/v1/contacts?state=expired").ok().body();
    }

    private static Caller.Reply redeem(HostProcess host, String token) throws IOException {
        return new Caller(host.address(), Optional.empty())
                .call("POST", "/api/v1/sign-in/redeem", Map.of("token", token, "email", IRIS));
    }
}
