package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.resilience.TwoNodes.Business;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that freezes, and comes back when its work was taken over. */
@Tag("full")
class PausedNodeTest {
    private static final int MAILS = 60;

    /** A node sends two of a kind at a time. */
    private static final int IN_HAND = 2;

    @TempDir
    private Path folder;

    @Test
    @Tag("promise:P18")
    @Tag("promise:P28")
    void a_node_that_was_paused_beyond_its_lease_finds_it_taken_and_seals_nothing_twice() throws Exception {
        try (Post post = new Post();
                PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of())) {
            Site site = Site.postgres(folder.resolve("one"), post.port(), database.fresh());
            Evidence evidence = new Evidence(site.config());
            try (HostProcess first = site.start()) {
                // given a node that holds the lease for sealing the audit
                Caller olivia = Site.signIn(first, post, "STAFF", Site.ADMIN);
                HostProcess.await("a lease", () -> !owner(evidence).isEmpty());
                String before = owner(evidence);

                // when it freezes, and another node works beyond the end of the lease
                first.pause();
                try (HostProcess second = site.second(folder.resolve("two")).start()) {
                    Caller there = olivia.at(second.address());
                    HostProcess.await("another owner", () -> {
                        create(there);
                        return !owner(evidence).equals(before);
                    });
                    first.resume();
                    first.awaitReady();
                    for (int i = 0; i < 20; i++) {
                        create(olivia);
                        create(there);
                    }

                    // then every record is sealed once, in one chain
                    HostProcess.await("the seals", () -> evidence.count("audit_unsealed") == 0);
                    assertThat(evidence.count("audit_seal")).isEqualTo(evidence.count("audit"));
                    assertThat(there.get("/api/v1/audit/verification")
                                    .ok()
                                    .json()
                                    .path("whole")
                                    .asBoolean())
                            .isTrue();
                }
            }
        }
    }

    @Test
    @Tag("promise:P26")
    @Tag("promise:P28")
    @Tag("rule:NO-1")
    void a_node_that_is_paused_in_the_middle_of_mails_keeps_back_those_in_its_hands_and_sends_none_twice()
            throws Exception {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            // given mails that both nodes send
            Business shop = nodes.business("Shop", new byte[10]);
            List<String> emails = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < MAILS; i++) {
                String email = "buyer" + i + "@shop.example";
                emails.add(email);
                ids.add(nodes.olivia
                        .call("POST", shop.of() + "/contacts", Map.of("name", "A Buyer", "email", email))
                        .ok()
                        .text("id"));
            }
            nodes.olivia
                    .call("POST", shop.of() + "/invitations", Map.of("contactIds", ids))
                    .ok();

            // when one of them freezes, then the other sends all but what the first has in hand
            HostProcess.await("the first mails", () -> without(nodes.post, emails) < MAILS);
            nodes.first.pause();
            HostProcess.await("the other mails", () -> without(nodes.post, emails) <= IN_HAND);

            // when it goes on, then everybody got one mail
            nodes.first.resume();
            HostProcess.await("all mails", () -> without(nodes.post, emails) == 0);
            HostProcess.await("an empty outbox", () -> nodes.waiting() == 0);
            assertThat(emails)
                    .allSatisfy(email -> assertThat(nodes.post.to(email)).hasSize(1));
        }
    }

    private static long without(Post post, List<String> emails) {
        return emails.stream().filter(email -> post.to(email).isEmpty()).count();
    }

    private static void create(Caller caller) {
        try {
            caller.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                    .ok();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String owner(Evidence evidence) {
        return evidence.one("select owner from client_portal.lease where job like 'seal/%'");
    }
}
