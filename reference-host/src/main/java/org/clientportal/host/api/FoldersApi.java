package org.clientportal.host.api;

import java.io.IOException;
import java.util.List;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** A client's folders, for both sides. */
public final class FoldersApi {
    private static final String OF_CLIENT = "/api/v1/clients/{clientId}/folders";

    private final Portal portal;

    public FoldersApi(Portal portal) {
        this.portal = portal;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(OF_CLIENT, Audience.STAFF, "folders.list", e -> list(e, e.staff())),
                Route.post(OF_CLIENT, Audience.STAFF, "folders.create", this::create),
                Route.patch("/api/v1/folders/{folderId}", Audience.STAFF, "folders.rename", this::rename),
                Route.get(
                        "/api/v1/portal/clients/{clientId}/folders",
                        Audience.CONTACT,
                        "portal.folders.list",
                        e -> list(e, e.contact())));
    }

    record Named(String name) {}

    private Answer list(Exchange exchange, Actor actor) {
        return Answer.json(portal.folders().list(actor, ClientsApi.id(exchange)).stream()
                .map(FolderJson::of)
                .toList());
    }

    private Answer create(Exchange exchange) throws IOException {
        Named body = exchange.body().json(Named.class);
        Folder folder = portal.folders().create(exchange.staff(), ClientsApi.id(exchange), body.name());
        return Answer.created("/api/v1/folders/" + folder.id(), FolderJson.of(folder))
                .version(folder.version());
    }

    private Answer rename(Exchange exchange) throws IOException {
        Named body = exchange.body().json(Named.class);
        Folder folder = portal.folders()
                .rename(exchange.staff(), exchange.path("folderId", FolderId::of), body.name(), exchange.ifMatch());
        return Answer.json(FolderJson.of(folder)).version(folder.version());
    }
}
