package org.clientportal.host.api;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Download;
import org.clientportal.host.http.Exchange;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.PageRequest;

/** What both sides do alike with documents: list, look, download, upload. */
final class DocumentFiles {
    private static final int PAGE = 50;

    private final Portal portal;

    DocumentFiles(Portal portal) {
        this.portal = portal;
    }

    Answer list(Exchange exchange, Actor actor, DocumentFilter scope) {
        DocumentFilter filter = new DocumentFilter(
                scope.clients(),
                exchange.query().value("folderId", FolderId::of),
                exchange.query().number("year"),
                exchange.query().text("search"),
                exchange.query().flag("newOnly"),
                false,
                exchange.query().page(PAGE));
        return Answer.json(PageJson.of(portal.documents().list(actor, filter), DocumentJson::of));
    }

    Answer get(Exchange exchange, Actor actor) {
        return answer(portal.documents().get(actor, id(exchange)));
    }

    Answer content(Exchange exchange, Actor actor) {
        return Answer.file(Download.of(portal.downloads(), actor, id(exchange)));
    }

    /** Takes the body as the file; what it is for stands in the query, so that it is judged before the first byte. */
    Answer upload(Exchange exchange, Actor actor, ClientId client, boolean visible, String home) {
        UploadDocument command = new UploadDocument(
                client,
                exchange.query().value("folderId", FolderId::of).orElseThrow(() -> required("folderId")),
                new FileName(exchange.query().text("name").orElseThrow(() -> required("name"))),
                exchange.body().length(),
                visible,
                exchange.query().number("year"),
                exchange.query().text("externalId"));
        portal.uploads().check(actor, command);
        Document document = portal.uploads().upload(actor, command, exchange.body().stream());
        return Answer.created(
                        home + "/" + document.id(),
                        DocumentJson.of(portal.documents().get(actor, document.id())))
                .version(document.version());
    }

    static Answer answer(DocumentRow row) {
        return Answer.json(DocumentJson.of(row)).version(row.document().version());
    }

    static DocumentId id(Exchange exchange) {
        return exchange.path("documentId", DocumentId::of);
    }

    static DocumentFilter of(Optional<ClientId> client) {
        return client.map(id -> DocumentFilter.of(id, PageRequest.first(PAGE)))
                .orElseGet(() -> DocumentFilter.all(PageRequest.first(PAGE)));
    }

    private static InvalidValue required(String field) {
        return new InvalidValue(field, "required", "must be given");
    }
}
