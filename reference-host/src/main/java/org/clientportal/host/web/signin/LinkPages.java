package org.clientportal.host.web.signin;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clientportal.auth.LinkView;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Redeemed;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Refused;
import org.clientportal.host.web.view.Form;

/**
 * Where the links of mails lead. Opening one consumes nothing, however often and by whomever (SI-4, P2); its button posts
 * the token, which no address line, referrer or cache keeps.
 */
public final class LinkPages {
    private static final String TOKEN = "token";

    private final Pages pages;
    private final PortalAuth auth;

    public LinkPages(Pages pages, PortalAuth auth) {
        this.pages = pages;
        this.auth = auth;
    }

    /** The routes of mails' links. */
    public List<Route> routes() {
        return List.of(
                Route.get("/in/{token}", Audience.PUBLIC, "link.show", this::show),
                Route.post("/in", Audience.PUBLIC, "link.redeem", this::redeem));
    }

    private Answer show(Exchange exchange) {
        return page(exchange, exchange.path(TOKEN, UnaryOperator.identity()), Form.EMPTY);
    }

    private Answer redeem(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        String token = posted.text(TOKEN);
        Redeemed redeemed;
        try {
            redeemed = auth.links().redeem(exchange.visit(), token, posted.filled("email"), posted.checked("stay"));
        } catch (PortalException refused) {
            Form form = Refused.form(pages.words(exchange), posted.typed(), refused);
            return SignInPages.refused(page(exchange, token, form), refused);
        }
        return redeemed instanceof Redeemed.SignedIn signedIn
                ? Arrival.of(signedIn)
                : Sent.to(Door.CONTACT, posted.text("email"));
    }

    private Answer page(Exchange exchange, String token, Form form) {
        LinkView view = auth.links().look(exchange.visit(), token);
        Door door = Door.of(view.side());
        Answer page = view.state() == LinkView.State.LIVE
                ? pages.bare(
                        exchange, "signin/link.jte", Map.of("door", door, "view", view, "token", token, "form", form))
                : pages.bare(exchange, "signin/dead.jte", Map.of("door", door, "view", view));
        return page.header("Referrer-Policy", "no-referrer");
    }
}
