package org.clientportal.host.web.signin;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.LocalPath;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.SignInFirst;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Refused;
import org.clientportal.host.web.page.Said;
import org.clientportal.host.web.view.Form;

/**
 * Asking for a link, and typing the code that comes with it (SI-2, SI-4). A known address and an unknown one are answered
 * alike (SI-9).
 */
public final class SignInPages {
    private static final String EMAIL = "email";
    private static final String RETURN_TO = SignInFirst.RETURN_TO;

    private final Door door;
    private final Pages pages;
    private final PortalAuth auth;

    public SignInPages(Door door, Pages pages, PortalAuth auth) {
        this.door = door;
        this.pages = pages;
        this.auth = auth;
    }

    /** The routes of this side's sign-in pages. */
    public List<Route> routes() {
        return List.of(
                Route.get(door.signIn(), Audience.PUBLIC, door.route("signIn"), this::show),
                Route.post(door.signIn(), Audience.PUBLIC, door.route("signIn.ask"), this::ask),
                Route.get(door.code(), Audience.PUBLIC, door.route("signIn.code"), this::showCode),
                Route.post(door.code(), Audience.PUBLIC, door.route("signIn.code.redeem"), this::redeem));
    }

    private Answer show(Exchange exchange) {
        Optional<String> returnTo = exchange.query().text(RETURN_TO).filter(LocalPath::is);
        if (door.isOpen(exchange)) {
            return Answer.seeOther(returnTo.orElse(door.home()));
        }
        return page(
                exchange, Form.of(returnTo.map(path -> Map.of(RETURN_TO, path)).orElse(Map.of())));
    }

    private Answer ask(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        try {
            auth.links().ask(exchange.visit(), door.side(), posted.text(EMAIL), posted.filled(RETURN_TO));
        } catch (PortalException refused) {
            return refused(page(exchange, Refused.form(pages.words(exchange), posted.typed(), refused)), refused);
        }
        return Sent.to(door, posted.text(EMAIL));
    }

    private Answer showCode(Exchange exchange) {
        Optional<String> email = exchange.flash().flatMap(Said::aside);
        return codePage(exchange, Form.of(email.map(to -> Map.of(EMAIL, to)).orElse(Map.of())));
    }

    private Answer redeem(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        try {
            return Arrival.of(auth.codes()
                    .redeem(
                            exchange.visit(),
                            door.side(),
                            posted.text(EMAIL),
                            posted.text("code"),
                            posted.checked("stay")));
        } catch (PortalException refused) {
            return refused(codePage(exchange, Refused.form(pages.words(exchange), posted.typed(), refused)), refused);
        }
    }

    private Answer page(Exchange exchange, Form form) {
        return pages.bare(exchange, "signin/ask.jte", Map.of("door", door, "form", form));
    }

    private Answer codePage(Exchange exchange, Form form) {
        return pages.bare(exchange, "signin/code.jte", Map.of("door", door, "form", form));
    }

    static Answer refused(Answer page, PortalException refused) {
        boolean throttled = refused instanceof PortalException.Throttled;
        Answer answer = page.status(throttled ? 429 : 422);
        return Optional.ofNullable(refused.details().get("retryAfter"))
                .map(seconds -> answer.header("Retry-After", seconds))
                .orElse(answer);
    }
}
