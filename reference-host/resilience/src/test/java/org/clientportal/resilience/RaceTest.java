package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientportal.host.config.Key;
import org.clientportal.resilience.Volley.Shot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand at once; {@code races} beside the sources runs 500 rounds. */
@Tag("full")
class RaceTest {
    private static final int ROUNDS = Integer.getInteger("portal.race.rounds", 6);
    private static final int GUESSES = 1000;
    private static final int ALLOWED = 5;

    @Test
    @Tag("promise:P1")
    @Tag("rule:SI-4")
    void of_a_thousand_who_redeem_one_link_on_sqlite_exactly_one_is_in(@TempDir Path folder) throws Exception {
        try (Post post = new Post();
                HostProcess host = Site.sqlite(folder, post.port())
                        .with(Key.TRUSTED_PROXIES, "127.0.0.1")
                        .start()) {
            Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
            new RedeemRace(List.of(host), post, olivia).run(ROUNDS);
        }
    }

    @Test
    @Tag("promise:P1")
    @Tag("rule:SI-4")
    void of_a_thousand_who_redeem_one_link_on_two_nodes_exactly_one_is_in(@TempDir Path folder) throws Exception {
        try (TwoNodes nodes = new TwoNodes(folder)) {
            new RedeemRace(List.of(nodes.first, nodes.second), nodes.post, nodes.olivia).run(ROUNDS);
        }
    }

    @Test
    @Tag("promise:P5")
    @Tag("rule:SI-10")
    void of_a_thousand_wrong_codes_on_two_nodes_five_are_judged_restart_or_not(@TempDir Path folder) throws Exception {
        try (TwoNodes nodes = new TwoNodes(folder);
                Volley volley = new Volley()) {
            // given
            String jane = nodes.invited("Jane Doe", nodes.business("Bakery", new byte[1]));
            nodes.olivia
                    .call("POST", "/api/v1/contacts/" + jane + "/magic-link")
                    .ok();
            String right = nodes.post.code("jane.doe@customer.example", 2).replace(" ", "");
            String wrong = right.startsWith("1") ? "2" + right.substring(1) : "1" + right.substring(1);

            // when some of what is allowed is spent, a node dies, and then all guess at once, from as many networks
            Map<String, Integer> before =
                    volley.fire(guesses(nodes, wrong, 0, 3)).outcomes();
            nodes.restartSecond();
            Map<String, Integer> after =
                    volley.fire(guesses(nodes, wrong, 3, GUESSES)).outcomes();

            // then
            assertThat(before).isEqualTo(Map.of("wrong_code", 3));
            assertThat(after).isEqualTo(Map.of("wrong_code", ALLOWED - 3, "too_many_tries", GUESSES - ALLOWED));
            assertThat(nodes.olivia
                            .get("/api/v1/contacts/" + jane + "/sign-ins?limit=100")
                            .ok()
                            .json()
                            .path("items"))
                    .hasSize(ALLOWED);
        }
    }

    /** Of one person's address, spelt in every way that it may be. */
    private static List<Shot> guesses(TwoNodes nodes, String code, int from, int to) {
        List<String> spelt = List.of(
                "jane.doe@customer.example",
                "JANE.DOE@customer.example",
                "Jane.Doe@CUSTOMER.EXAMPLE",
                "  jane.doe@customer.example ");
        List<Shot> shots = new ArrayList<>();
        IntStream.range(from, to).forEach(i -> {
            String json = "{\"side\":\"CONTACT\",\"email\":\"" + spelt.get(i % spelt.size()) + "\",\"code\":\"" + code
                    + "\"}";
            int port = (i % 2 == 0 ? nodes.first : nodes.second).port();
            String network = "198.51." + (i / 250) + "." + (i % 250 + 1);
            shots.add(new Shot(port, Volley.post("/api/v1/sign-in/code", network, "", json)));
        });
        return shots;
    }
}
