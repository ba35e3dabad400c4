package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.resilience.Volley.Shot;

/** Many who redeem one link at once, round after round, each with a new person's invitation or asked-for link. */
final class RedeemRace {
    private static final int THREADS = 1000;

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
        try (Volley volley = new Volley()) {
            for (int round = 0; round < rounds; round++) {
                post.forget();
                Volley.Answers answers = volley.fire(round % 2 == 0 ? invitation(round) : askedLink(round));
                assertThat(answers.outcomes())
                        .as("round " + round)
                        .containsEntry("SIGNED_IN", 1)
                        .containsOnlyKeys(answers.outcomes().keySet().stream()
                                .filter(List.of("SIGNED_IN", "link_used", "too_many_tries")::contains)
                                .toList());
                assertThat(answers.outcomes().values().stream().mapToInt(n -> n).sum())
                        .isEqualTo(THREADS);
                Caller she = new Caller(
                        nodes.get(round % nodes.size()).address(),
                        Optional.of(answers.tokens().get(0)));
                assertThat(she.get("/api/v1/portal/sessions").ok().json())
                        .as("sessions")
                        .hasSize(1);
            }
            System.out.printf(
                    "%d rounds of %d at once on %d node(s): one signed in each, with one session%n",
                    rounds, THREADS, nodes.size());
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
                        Map.of("X-Forwarded-For", network(round)))
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
            shots.add(new Shot(port, Volley.post("/api/v1/sign-in/redeem", network(round), cookie, json)));
        }
        return shots;
    }

    /** Nobody's limits are shared from round to round. */
    private static String network(int round) {
        return "203.0." + (round / 250) + "." + (round % 250 + 1);
    }
}
