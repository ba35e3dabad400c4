package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientportal.resilience.Volley.Shot;

/**
 * Many who redeem one link at once, each from a network of its own, round after round, each with a new person's link.
 *
 * <p>A link that was asked for opens in its browser without more, so that of it all but one are told that it is used. The
 * link of an invitation needs the email address, of which five tries are judged until one succeeds (SI-10): one of the five
 * signs in and the other four are told that it is used; whoever comes meanwhile has tried too often, and whoever comes later
 * is told that it is used.
 */
final class RedeemRace {
    private static final int THREADS = 1000;
    private static final int JUDGED = 5;

    private final List<HostProcess> nodes;
    private final Post post;
    private final Caller olivia;
    private final String client;

    RedeemRace(List<HostProcess> nodes, Post post, Caller olivia) throws Exception {
        this.nodes = nodes;
        this.post = post;
        this.olivia = olivia;
        this.client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .ok()
                .text("id");
    }

    /** Runs rounds, by turns with an invitation and with a link that was asked for. */
    void run(int rounds) throws Exception {
        int throttled = 0;
        try (Volley volley = new Volley()) {
            for (int round = 0; round < rounds; round++) {
                post.forget();
                boolean invited = round % 2 == 0;
                Volley.Answers answers = volley.fire(invited ? invitation(round) : askedLink(round));
                Map<String, Integer> outcomes = new TreeMap<>(answers.outcomes());
                int tooMany = invited ? outcomes.getOrDefault("too_many_tries", 0) : 0;
                outcomes.remove("too_many_tries", tooMany);
                assertThat(outcomes)
                        .as("round " + round)
                        .isEqualTo(Map.of("SIGNED_IN", 1, "link_used", THREADS - 1 - tooMany));
                assertThat(tooMany).isLessThanOrEqualTo(THREADS - JUDGED);
                throttled += tooMany;
                Caller she = new Caller(
                        nodes.get(round % nodes.size()).address(),
                        Optional.of(answers.tokens().get(0)));
                assertThat(she.get("/api/v1/portal/sessions").ok().json())
                        .as("sessions")
                        .hasSize(1);
            }
            System.out.printf(
                    "%d rounds of %d at once on %d node(s): one signed in each, with one session; all others were told that the"
                            + " link is used, but for %d who tried an invitation's too often%n",
                    rounds, THREADS, nodes.size(), throttled);
        }
    }

    private List<Shot> invitation(int round) throws Exception {
        String email = invited(round);
        String json = "{\"token\":\"" + post.token(email, 1) + "\",\"email\":\"" + email + "\"}";
        return shots(round, "", json);
    }

    private List<Shot> askedLink(int round) throws Exception {
        String email = invited(round);
        post.token(email, 1);
        Caller.Reply asked = new Caller(nodes.get(0).address(), Optional.empty())
                .send(
                        "POST",
                        "/api/v1/sign-in/link",
                        "application/json",
                        ("{\"side\":\"CONTACT\",\"email\":\"" + email + "\"}")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Map.of("X-Forwarded-For", network(round, THREADS)))
                .ok();
        String cookie = asked.headers().get("set-cookie").get(0).split(";", 2)[0];
        return shots(round, cookie, "{\"token\":\"" + post.token(email, 2) + "\"}");
    }

    private String invited(int round) throws Exception {
        String email = "jane" + round + "@bakery.example";
        String of = "/api/v1/clients/" + client;
        String id = olivia.call("POST", of + "/contacts", Map.of("name", "Jane", "email", email))
                .ok()
                .text("id");
        olivia.call("POST", of + "/invitations", Map.of("contactIds", List.of(id)))
                .ok();
        return email;
    }

    private List<Shot> shots(int round, String cookie, String json) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int port = nodes.get(i % nodes.size()).port();
            shots.add(new Shot(port, Volley.post("/api/v1/sign-in/redeem", network(round, i), cookie, json)));
        }
        return shots;
    }

    /** Nobody's limits are anybody else's, in this round or another. */
    private static String network(int round, int shot) {
        int number = round * (THREADS + 1) + shot;
        return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
