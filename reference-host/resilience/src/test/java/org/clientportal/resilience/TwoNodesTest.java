package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.clientportal.resilience.TwoNodes.Business;
import org.clientportal.resilience.TwoNodes.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one node takes away, the other refuses from the next request on. */
@Tag("full")
class TwoNodesTest {
    /** 8 kinds of taking something away, so often, and so many requests each: more than 10,000. */
    private static final int TIMES = 6;

    private static final int REQUESTS = 240;

    @TempDir
    private static Path folder;

    private static TwoNodes nodes;

    @BeforeAll
    static void start() throws Exception {
        nodes = new TwoNodes(folder);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    /** Somebody who can open something, until it is taken away. */
    private record Victim(String kind, Caller caller, String path, Crowd.Taking taking) {}

    @Test
    @Tag("promise:P12")
    @Tag("rule:PM-8")
    void what_one_node_took_away_the_other_refuses_from_the_next_request_on_and_after_restarts() throws Exception {
        // given
        Business bakery = nodes.business("Bakery", new byte[10]);
        Business farm = nodes.business("Farm", new byte[10]);
        Person keeper = nodes.person("Karl Keeper", bakery);
        List<Victim> victims = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            victims.addAll(victims(i, bakery, farm));
        }

        // when
        int asked = 0;
        Map<String, List<Integer>> leaks = new HashMap<>();
        try (Crowd crowd = new Crowd()) {
            for (Victim victim : victims) {
                Crowd.Outcome outcome = crowd.ask(victim.caller, victim.path, victim.taking, REQUESTS);
                asked += outcome.asked();
                leaks.computeIfAbsent(victim.kind, k -> new ArrayList<>()).addAll(outcome.notRefused());
            }
        }

        // then
        assertThat(asked).isGreaterThanOrEqualTo(10_000);
        assertThat(leaks)
                .hasSize(8)
                .allSatisfy((kind, statuses) -> assertThat(statuses).as(kind).isEmpty());

        // when
        nodes.restartSecond();
        thenAllAreRefused(victims, keeper, bakery);
        nodes.restartDatabase();
        thenAllAreRefused(victims, keeper, bakery);
    }

    private static List<Victim> victims(int i, Business bakery, Business farm) throws IOException {
        Person ended = nodes.person("Ended " + i, bakery);
        Person limited = nodes.person("Limited " + i, bakery);
        Person unassigned = nodes.person("Unassigned " + i, bakery, farm);
        Person revoked = nodes.person("Revoked " + i, bakery);
        Person deleted = nodes.person("Deleted " + i, bakery);
        Person blind = nodes.person("Blind " + i, bakery);
        Business closed = nodes.business("Closed " + i, new byte[10]);
        Person orphan = nodes.person("Orphan " + i, closed);
        String hidden = nodes.file(bakery.client(), bakery.folder(), new byte[10]);
        String assignment = bakery.of() + "/contacts/";
        return List.of(
                new Victim(
                        "session ended",
                        ended.caller(),
                        bakery.path(),
                        () -> ended.caller()
                                .at(nodes.first.address())
                                .call("DELETE", "/api/v1/portal/sessions")
                                .ok()),
                new Victim(
                        "permission taken",
                        limited.caller(),
                        bakery.path(),
                        () -> nodes.olivia
                                .call(
                                        "PUT",
                                        assignment + limited.id(),
                                        Map.of("permissions", List.of(), "relationship", "OTHER"))
                                .ok()),
                new Victim(
                        "unassigned",
                        unassigned.caller(),
                        bakery.path(),
                        () -> nodes.olivia
                                .call("DELETE", assignment + unassigned.id())
                                .ok()),
                new Victim(
                        "access removed",
                        revoked.caller(),
                        bakery.path(),
                        () -> nodes.olivia
                                .call("POST", "/api/v1/contacts/" + revoked.id() + "/revocation")
                                .ok()),
                new Victim(
                        "contact deleted",
                        deleted.caller(),
                        bakery.path(),
                        () -> nodes.olivia
                                .call("DELETE", "/api/v1/contacts/" + deleted.id())
                                .ok()),
                new Victim(
                        "client deleted",
                        orphan.caller(),
                        closed.path(),
                        () -> nodes.olivia.call("DELETE", closed.of()).ok()),
                new Victim(
                        "file hidden",
                        blind.caller(),
                        "/api/v1/portal/documents/" + hidden,
                        () -> nodes.olivia
                                .call("PATCH", "/api/v1/documents/" + hidden, Map.of("visible", false))
                                .ok()),
                disabledStaff(i, bakery));
    }

    private static Victim disabledStaff(int i, Business bakery) throws IOException {
        String email = "marcus" + i + "@firm.example";
        String id = nodes.olivia
                .call(
                        "POST",
                        "/api/v1/staff",
                        Map.of("email", email, "name", "Marcus", "role", "ADMIN", "impersonates", false))
                .ok()
                .text("id");
        Caller marcus = Site.signIn(nodes.second, nodes.post, "STAFF", email);
        return new Victim(
                "staff disabled",
                marcus,
                bakery.of(),
                () -> nodes.olivia
                        .call(
                                "PUT",
                                "/api/v1/staff/" + id,
                                Map.of("role", "ADMIN", "impersonates", false, "active", false))
                        .ok());
    }

    private static void thenAllAreRefused(List<Victim> victims, Person keeper, Business bakery) throws IOException {
        for (HostProcess node : List.of(nodes.first, nodes.second)) {
            keeper.caller().at(node.address()).get(bakery.path()).ok();
            for (Victim victim : victims) {
                assertThat(victim.caller.at(node.address()).get(victim.path).status())
                        .as(victim.kind)
                        .isIn(401, 404);
            }
        }
    }

    @Test
    @Tag("promise:P12")
    @Tag("rule:PM-8")
    void a_download_that_runs_on_the_other_node_ends_before_its_end() throws Exception {
        // given
        int length = 48 << 20;
        Business mill = nodes.business("Mill", new byte[length]);
        Person reader = nodes.person("Rita Reader", mill);
        try (Wire wire = Wire.to(nodes.second.port(), Optional.empty())) {
            wire.send("GET " + mill.path() + "/content HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + reader.caller().authorization() + "\r\n");
            assertThat(wire.in().readNBytes(1 << 20)).hasSize(1 << 20);

            // when
            nodes.olivia
                    .call("POST", "/api/v1/contacts/" + reader.id() + "/revocation")
                    .ok();
            long taken = System.nanoTime();
            long after = 0;
            byte[] piece = new byte[64 << 10];
            for (int n = wire.read(piece); n >= 0; n = wire.read(piece)) {
                after += n;
                // As a line of some 12 megabytes a second would: no second is worth more, but one that stalls is worth
                // less.
                LockSupport.parkNanos(5_000_000);
            }

            // then no more came than in a second, and what was under way already
            assertThat(after).isLessThan(24L << 20);
            System.out.printf(
                    "a running download ended %d ms after access was taken on the other node, and %d MiB%n",
                    (System.nanoTime() - taken) / 1_000_000, after >> 20);
        }
    }

    @Test
    @Tag("promise:P26")
    void with_two_nodes_at_work_each_mail_arrives_once() throws Exception {
        // given
        Business shop = nodes.business("Shop", new byte[10]);
        List<String> emails = IntStream.range(0, 100)
                .mapToObj(i -> "buyer" + i + "@shop.example")
                .toList();
        List<String> ids = new ArrayList<>();
        for (String email : emails) {
            ids.add(nodes.olivia
                    .call("POST", shop.of() + "/contacts", Map.of("name", "A Buyer", "email", email))
                    .ok()
                    .text("id"));
        }

        // when
        nodes.olivia
                .call("POST", shop.of() + "/invitations", Map.of("contactIds", ids))
                .ok();

        // then
        HostProcess.await(
                "all mails",
                () -> emails.stream().noneMatch(email -> nodes.post.to(email).isEmpty()));
        HostProcess.await("an empty outbox", () -> nodes.waiting() == 0);
        assertThat(emails).allSatisfy(email -> assertThat(nodes.post.to(email)).hasSize(1));
    }
}
