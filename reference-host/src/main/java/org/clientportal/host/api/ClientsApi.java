package org.clientportal.host.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Portal;
import org.clientportal.core.client.ChangeClient;
import org.clientportal.core.client.CreateClient;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;

/** Clients, for the firm. */
public final class ClientsApi {
    private static final String ONE = "/api/v1/clients/{clientId}";
    private static final int PAGE = 50;

    private final Portal portal;

    public ClientsApi(Portal portal) {
        this.portal = portal;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/clients", Audience.STAFF, "clients.list", this::list)
                        .withQuery("search", "limit", "cursor"),
                Route.post("/api/v1/clients", Audience.STAFF, "clients.create", this::create),
                Route.get(ONE, Audience.STAFF, "clients.get", this::get),
                Route.patch(ONE, Audience.STAFF, "clients.change", this::change),
                Route.delete(ONE, Audience.ADMIN, "clients.delete", this::delete),
                Route.post(ONE + "/restore", Audience.ADMIN, "clients.restore", this::restore),
                Route.put(ONE + "/legal-hold", Audience.ADMIN, "clients.hold", this::hold),
                Route.delete(ONE + "/legal-hold", Audience.ADMIN, "clients.release", this::release),
                Route.get("/api/v1/deleted-clients", Audience.ADMIN, "clients.deleted", this::deleted)
                        .withQuery("limit", "cursor"));
    }

    record NewClient(String name, EntityType type, Optional<String> externalId) {}

    record Changes(Optional<String> name, Optional<EntityType> type) {}

    private Answer list(Exchange exchange) {
        return Answer.json(PageJson.of(
                portal.clients()
                        .list(
                                exchange.staff(),
                                exchange.query().text("search"),
                                exchange.query().page(PAGE)),
                ClientJson::of));
    }

    private Answer create(Exchange exchange) throws IOException {
        NewClient body = exchange.body().json(NewClient.class);
        Client client = portal.clients()
                .create(exchange.staff(), new CreateClient(body.name(), body.type(), body.externalId()));
        return Answer.created("/api/v1/clients/" + client.id(), ClientJson.of(client))
                .version(client.version());
    }

    private Answer get(Exchange exchange) {
        return answer(portal.clients().get(exchange.staff(), id(exchange)));
    }

    private Answer change(Exchange exchange) throws IOException {
        Changes body = exchange.body().json(Changes.class);
        Client client = portal.clients().get(exchange.staff(), id(exchange));
        return answer(portal.clients()
                .change(
                        exchange.staff(),
                        new ChangeClient(
                                client.id(),
                                body.name().orElse(client.name()),
                                body.type().orElse(client.type()),
                                Optional.of(exchange.ifMatch().orElse(client.version())))));
    }

    private Answer delete(Exchange exchange) {
        portal.clients().delete(exchange.staff(), id(exchange));
        return Answer.done();
    }

    private Answer restore(Exchange exchange) {
        return answer(portal.clients().restore(exchange.staff(), id(exchange)));
    }

    private Answer hold(Exchange exchange) throws IOException {
        Reason body = exchange.body().json(Reason.class);
        return answer(portal.filing().hold(exchange.staff(), id(exchange), Optional.of(body.reason())));
    }

    private Answer release(Exchange exchange) {
        return answer(portal.filing().hold(exchange.staff(), id(exchange), Optional.empty()));
    }

    private Answer deleted(Exchange exchange) {
        return Answer.json(PageJson.of(
                portal.clients().listDeleted(exchange.staff(), exchange.query().page(PAGE)), ClientJson::of));
    }

    private static Answer answer(Client client) {
        return Answer.json(ClientJson.of(client)).version(client.version());
    }

    static ClientId id(Exchange exchange) {
        return exchange.path("clientId", ClientId::of);
    }
}
