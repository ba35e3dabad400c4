package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientportal.resilience.SlowPost.Kept;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is killed while a mail server has mails of its in hand. */
@Tag("full")
class KilledSenderTest {
    private static final String TAKEN = "taken@shop.example";
    private static final String LOST = "lost@shop.example";
    private static final List<String> OTHERS =
            IntStream.range(0, 20).mapToObj(i -> "buyer" + i + "@shop.example").toList();

    @Test
    @Tag("promise:P24")
    @Tag("promise:P26")
    @Tag("rule:NO-1")
    void mails_that_were_on_their_way_when_the_host_was_killed_arrive_after_their_claim_and_no_other_is_lost(
            @TempDir Path folder) throws Exception {
        assumeTrue(TurnedClock.canBeTurned(), "libfaketime is needed");
        TurnedClock clock = new TurnedClock(folder.resolve("clock"));
        try (Post post = new Post();
                SlowPost slow = new SlowPost(post)) {
            Site site = Site.sqlite(folder.resolve("site"), slow.port());
            Evidence evidence = new Evidence(site.config());

            // given two mails in the server's hands, of which it has taken one, and others that wait behind them
            try (HostProcess host = site.start()) {
                slow.keep(Kept.THE_REPLY, TAKEN);
                slow.keep(Kept.THE_MAIL, LOST);
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                List<String> all = new ArrayList<>(List.of(TAKEN, LOST));
                all.addAll(OTHERS);
                invite(olivia, all);
                HostProcess.await("mails in hand", () -> slow.hasInHand(TAKEN) && slow.hasInHand(LOST));

                // when
                host.kill();
            }
            slow.keepNothing();

            // then those in hand are claimed once, for no longer than a claim lasts, and the others not at all
            assertThat(evidence.count("outbox where state = 'QUEUED' and attempts = 1"))
                    .isEqualTo(2);
            assertThat(evidence.count("outbox where state = 'QUEUED' and attempts = 0"))
                    .isEqualTo(OTHERS.size());

            // when it is started again, then the others arrive at once
            try (HostProcess host = site.launch(List.of(), clock.environment()).awaitReady()) {
                HostProcess.await(
                        "the others",
                        () -> OTHERS.stream().allMatch(to -> post.to(to).size() == 1));
                assertThat(post.to(LOST)).isEmpty();
                assertThat(post.to(TAKEN)).hasSize(1);

                // when the claims have ended, then so do those that were in hand, and the one that was taken is there
                // twice
                clock.set("+6m");
                HostProcess.await("an empty outbox", () -> evidence.count("outbox where state = 'QUEUED'") == 0);
                assertThat(post.to(LOST)).hasSize(1);
                assertThat(post.to(TAKEN)).hasSize(2);
                assertThat(OTHERS).allSatisfy(to -> assertThat(post.to(to)).hasSize(1));
            }
        }
    }

    private static void invite(Caller olivia, List<String> emails) throws Exception {
        String client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Shop", "type", "COMPANY"))
                .ok()
                .text("id");
        List<String> ids = new ArrayList<>();
        for (String email : emails) {
            ids.add(olivia.call(
                            "POST",
                            "/api/v1/clients/" + client + "/contacts",
                            Map.of("name", "A Buyer", "email", email))
                    .ok()
                    .text("id"));
        }
        olivia.call("POST", "/api/v1/clients/" + client + "/invitations", Map.of("contactIds", ids))
                .ok();
    }
}
