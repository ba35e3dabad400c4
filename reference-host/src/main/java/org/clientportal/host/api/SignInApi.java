package org.clientportal.host.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Redeemed;
import org.clientportal.auth.Side;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;

/**
 * Signing in. Programs send the token that they are given as {@code Authorization: Bearer}; browsers sign in on the pages,
 * which set cookies.
 */
public final class SignInApi {
    private final PortalAuth auth;

    public SignInApi(PortalAuth auth) {
        this.auth = auth;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/sign-in/link", Audience.PUBLIC, "signIn.askLink", this::askLink),
                Route.post("/api/v1/sign-in/code", Audience.PUBLIC, "signIn.code", this::code),
                Route.post("/api/v1/sign-in/redeem", Audience.PUBLIC, "signIn.redeem", this::redeem));
    }

    record AskLink(Side side, String email) {}

    record Code(Side side, String email, String code, Optional<Boolean> stay) {}

    record Redeem(String token, Optional<String> email, Optional<Boolean> stay) {}

    /** @param result {@code SIGNED_IN} with a token, or {@code PROOF_MAILED}: a fresh link was sent (IN-11) */
    record SignInResult(String result, Optional<Side> side, Optional<String> token, Optional<Instant> expiresAt) {
        static SignInResult of(Redeemed redeemed) {
            if (redeemed instanceof Redeemed.SignedIn in) {
                return new SignInResult(
                        "SIGNED_IN",
                        Optional.of(in.side()),
                        Optional.of(in.token()),
                        Optional.of(in.session().expiresAt()));
            }
            return new SignInResult("PROOF_MAILED", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private Answer askLink(Exchange exchange) throws IOException {
        AskLink body = exchange.body().json(AskLink.class);
        // A program is its own browser: what it asks for, it may redeem.
        auth.links().ask(exchange.visit().in(exchange.browser()), body.side(), body.email(), Optional.empty());
        return Answer.done().status(202);
    }

    private Answer code(Exchange exchange) throws IOException {
        Code body = exchange.body().json(Code.class);
        return answer(auth.codes()
                .redeem(
                        exchange.visit(),
                        body.side(),
                        body.email(),
                        body.code(),
                        body.stay().orElse(false)));
    }

    private Answer redeem(Exchange exchange) throws IOException {
        Redeem body = exchange.body().json(Redeem.class);
        return answer(auth.links()
                .redeem(
                        exchange.visit(),
                        body.token(),
                        body.email(),
                        body.stay().orElse(false)));
    }

    private static Answer answer(Redeemed redeemed) {
        return Answer.json(SignInResult.of(redeemed)).header("Cache-Control", "no-store");
    }
}
