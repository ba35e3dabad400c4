package org.clientportal.host.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Actor;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;

/** One's own sessions, on either side (SI-12). */
public final class SessionsApi {
    private static final String CONTACT = "/api/v1/portal/sessions";
    private static final String STAFF = "/api/v1/staff-sessions";

    private final PortalAuth auth;

    public SessionsApi(PortalAuth auth) {
        this.auth = auth;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(CONTACT, Audience.CONTACT, "portal.sessions.list", e -> list(e.contact(), contact(e))),
                Route.delete(CONTACT, Audience.CONTACT, "portal.sessions.endAll", e -> endAll(e.contact())),
                Route.delete(
                        CONTACT + "/{sessionId}", Audience.CONTACT, "portal.sessions.end", e -> end(e, e.contact())),
                Route.get(STAFF, Audience.STAFF, "staffSessions.list", e -> list(e.staff(), staff(e))),
                Route.delete(STAFF, Audience.STAFF, "staffSessions.endAll", e -> endAll(e.staff())),
                Route.delete(STAFF + "/{sessionId}", Audience.STAFF, "staffSessions.end", e -> end(e, e.staff())));
    }

    /** @param current whether it is the one that asks */
    record SessionJson(
            SessionId id,
            boolean current,
            String means,
            Optional<String> device,
            Optional<String> network,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt) {
        static SessionJson of(Session session, SessionId current) {
            return new SessionJson(
                    session.id(),
                    session.id().equals(current),
                    session.means(),
                    session.device(),
                    session.network(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.expiresAt());
        }
    }

    record Ended(int sessions) {}

    private Answer list(Actor actor, SessionId current) {
        return Answer.json(auth.sessions().own(actor).stream()
                .map(session -> SessionJson.of(session, current))
                .toList());
    }

    private Answer endAll(Actor actor) {
        return Answer.json(new Ended(auth.sessions().endAll(actor)));
    }

    private Answer end(Exchange exchange, Actor actor) {
        auth.sessions().end(actor, exchange.path("sessionId", SessionId::of));
        return Answer.done();
    }

    private static SessionId contact(Exchange exchange) {
        return exchange.contactSession().orElseThrow().session().id();
    }

    private static SessionId staff(Exchange exchange) {
        return exchange.staffSession().orElseThrow().session().id();
    }
}
