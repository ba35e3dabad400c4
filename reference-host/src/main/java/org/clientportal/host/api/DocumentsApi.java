package org.clientportal.host.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Portal;
import org.clientportal.core.document.ChangeDocument;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;

/** Documents, for the firm. */
public final class DocumentsApi {
    private static final String OF_CLIENT = "/api/v1/clients/{clientId}/documents";
    private static final String ALL = "/api/v1/documents";
    private static final String ONE = ALL + "/{documentId}";
    private static final int PAGE = 50;

    private final Portal portal;
    private final DocumentFiles files;

    public DocumentsApi(Portal portal) {
        this.portal = portal;
        this.files = new DocumentFiles(portal);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(OF_CLIENT, Audience.STAFF, "documents.list", this::list)
                        .withQuery("folderId", "year", "search", "newOnly", "limit", "cursor"),
                Route.post(OF_CLIENT, Audience.STAFF, "documents.upload", this::upload)
                        .withQuery("folderId", "name", "visible", "year", "externalId")
                        .streaming(),
                Route.get("/api/v1/clients/{clientId}/trash", Audience.STAFF, "documents.trash", this::trash)
                        .withQuery("limit", "cursor"),
                Route.get(ONE, Audience.STAFF, "documents.get", e -> files.get(e, e.staff())),
                Route.patch(ONE, Audience.STAFF, "documents.change", this::change),
                Route.delete(ONE, Audience.STAFF, "documents.delete", this::delete),
                Route.get(ONE + "/content", Audience.STAFF, "documents.content", e -> files.content(e, e.staff())),
                Route.get(ONE + "/access", Audience.STAFF, "documents.explain", this::explain),
                Route.post(ONE + "/restore", Audience.STAFF, "documents.restore", this::restore),
                Route.put(ONE + "/legal-hold", Audience.ADMIN, "documents.hold", this::hold),
                Route.delete(ONE + "/legal-hold", Audience.ADMIN, "documents.release", this::release));
    }

    record Changes(
            Optional<Boolean> visible, Optional<String> folderId, Optional<String> name, Optional<Integer> year) {}

    private Answer list(Exchange exchange) {
        return files.list(exchange, exchange.staff(), DocumentFiles.of(Optional.of(ClientsApi.id(exchange))));
    }

    private Answer upload(Exchange exchange) {
        boolean visible = exchange.query().flag("visible");
        return files.upload(exchange, exchange.staff(), ClientsApi.id(exchange), visible, ALL);
    }

    private Answer trash(Exchange exchange) {
        return Answer.json(PageJson.of(
                portal.documents()
                        .trash(
                                exchange.staff(),
                                ClientsApi.id(exchange),
                                exchange.query().page(PAGE)),
                DocumentJson::of));
    }

    private Answer change(Exchange exchange) throws IOException {
        Changes body = exchange.body().json(Changes.class);
        portal.filing()
                .change(
                        exchange.staff(),
                        new ChangeDocument(
                                DocumentFiles.id(exchange),
                                body.folderId().map(FolderId::of),
                                body.name().map(FileName::new),
                                body.year(),
                                body.visible(),
                                exchange.ifMatch()));
        return files.get(exchange, exchange.staff());
    }

    private Answer delete(Exchange exchange) {
        portal.filing().delete(exchange.staff(), DocumentFiles.id(exchange));
        return Answer.done();
    }

    private Answer explain(Exchange exchange) {
        return Answer.json(portal.explain().whoSees(exchange.staff(), DocumentFiles.id(exchange)));
    }

    private Answer restore(Exchange exchange) {
        portal.filing().restore(exchange.staff(), DocumentFiles.id(exchange));
        return files.get(exchange, exchange.staff());
    }

    private Answer hold(Exchange exchange) throws IOException {
        Reason body = exchange.body().json(Reason.class);
        return held(exchange, Optional.of(body.reason()));
    }

    private Answer release(Exchange exchange) {
        return held(exchange, Optional.empty());
    }

    private Answer held(Exchange exchange, Optional<String> reason) {
        DocumentId id = DocumentFiles.id(exchange);
        portal.filing().hold(exchange.staff(), id, reason);
        return files.get(exchange, exchange.staff());
    }
}
