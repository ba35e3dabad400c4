package org.clientportal.host.web.signin;

import java.util.List;
import java.util.Map;
import org.clientportal.auth.PortalAuth;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Cookie;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Said;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.view.Shell;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;

/** Signing out, here or everywhere, and the list of one's sessions and devices (SI-12). */
public final class SessionPages {
    private final Door door;
    private final Pages pages;
    private final Shells shells;
    private final PortalAuth auth;

    /** @param shells of the door's side */
    public SessionPages(Door door, Pages pages, Shells shells, PortalAuth auth) {
        this.door = door;
        this.pages = pages;
        this.shells = shells;
        this.auth = auth;
    }

    /** The routes of this side's sessions. */
    public List<Route> routes() {
        String one = door.sessions() + "/{sessionId}/end";
        return List.of(
                Route.post(door.signOut(), Audience.PUBLIC, door.route("signOut"), this::signOut),
                Route.get(door.sessions(), door.audience(), door.route("sessions"), this::show),
                Route.post(one, door.audience(), door.route("sessions.end"), this::end),
                Route.post(door.sessions(), door.audience(), door.route("sessions.endAll"), this::endAll));
    }

    private Answer show(Exchange exchange) {
        Shell shell = shells.of(exchange);
        SessionId here = door.session(exchange).id();
        List<Device> devices = auth.sessions().own(door.actor(exchange)).stream()
                .map(session -> Device.of(session, here))
                .toList();
        return pages.shown(shell, "signin/sessions.jte", Map.of("door", door, "devices", devices));
    }

    private Answer signOut(Exchange exchange) {
        if (door.isOpen(exchange)) {
            auth.sessions().end(door.actor(exchange), door.session(exchange).id());
        }
        return gone(exchange, "signOut.done");
    }

    private Answer end(Exchange exchange) {
        SessionId id = exchange.path("sessionId", SessionId::of);
        Session here = door.session(exchange);
        auth.sessions().end(door.actor(exchange), id);
        return id.equals(here.id())
                ? gone(exchange, "signOut.done")
                : Answer.seeOther(door.sessions())
                        .flash(Said.good(pages.words(exchange).get("sessions.ended")));
    }

    private Answer endAll(Exchange exchange) {
        auth.sessions().endAll(door.actor(exchange));
        return gone(exchange, "signOut.everywhere");
    }

    private Answer gone(Exchange exchange, String said) {
        return Answer.seeOther(door.signIn())
                .cookie(Cookie.gone(door.cookie()))
                .flash(Said.good(pages.words(exchange).get(said)));
    }
}
