package org.clientportal.host.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Portal;
import org.clientportal.core.audit.Verification;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.ClientId;
import org.clientportal.storage.AuditQuery;

/** What happened, for administrators (AU-1). */
public final class AuditApi {
    private static final int PAGE = 100;

    private final Portal portal;

    public AuditApi(Portal portal) {
        this.portal = portal;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/audit", Audience.ADMIN, "audit.list", this::list)
                        .withQuery("clientId", "action", "objectId", "limit", "cursor"),
                Route.get("/api/v1/audit/verification", Audience.ADMIN, "audit.verify", this::verify));
    }

    record WhoJson(Principal.Kind kind, String key) {
        static WhoJson of(Principal principal) {
            return new WhoJson(principal.kind(), principal.key());
        }
    }

    record EntryJson(
            AuditId id,
            Instant at,
            String action,
            WhoJson actor,
            Optional<WhoJson> onBehalfOf,
            Optional<ClientId> clientId,
            String object,
            String objectId,
            Optional<String> network,
            Map<String, String> details,
            Optional<Long> number,
            Optional<String> hash) {
        static EntryJson of(AuditEntry entry) {
            AuditRecord record = entry.record();
            return new EntryJson(
                    record.id(),
                    record.at(),
                    record.action(),
                    WhoJson.of(record.actor()),
                    record.onBehalfOf().map(WhoJson::of),
                    record.client(),
                    record.object(),
                    record.objectId(),
                    record.network(),
                    record.details(),
                    entry.seal().map(seal -> seal.number()),
                    entry.seal().map(seal -> seal.hash().hex()));
        }
    }

    /** @param brokenAt the first number of the chain at which something is wrong */
    record VerificationJson(boolean whole, long intact, Optional<Long> brokenAt, Optional<Verification.Kind> flaw) {
        static VerificationJson of(Verification found) {
            return new VerificationJson(
                    found.isWhole(),
                    found.intact(),
                    found.flaw().map(Verification.Flaw::number),
                    found.flaw().map(Verification.Flaw::kind));
        }
    }

    private Answer list(Exchange exchange) {
        AuditQuery query = new AuditQuery(
                exchange.query().value("clientId", ClientId::of),
                Optional.empty(),
                exchange.query().text("action"),
                exchange.query().text("objectId"),
                exchange.query().page(PAGE));
        return Answer.json(PageJson.of(portal.audit().list(exchange.staff(), query), EntryJson::of));
    }

    private Answer verify(Exchange exchange) {
        return Answer.json(VerificationJson.of(portal.audit().verify(exchange.staff())));
    }
}
