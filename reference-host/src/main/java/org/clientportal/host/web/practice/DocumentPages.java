package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.document.ChangeDocument;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Picture;
import org.clientportal.host.web.page.Drawn;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** One document: what it looks like, where it lies, and deleting it with the way back (DO-2, DO-5). */
public final class DocumentPages {
    static final String ONE = Places.CLIENTS + "/{clientId}/documents/{documentId}";

    private final Desk desk;

    DocumentPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, Audience.STAFF, "practice.client.document", this::show),
                Route.post(ONE, Audience.STAFF, "practice.client.document.file", this::file),
                Route.post(ONE + "/delete", Audience.STAFF, "practice.client.document.delete", this::delete),
                Route.post(ONE + "/restore", Audience.STAFF, "practice.client.document.restore", this::restore));
    }

    /**
     * The page.
     *
     * @param picture the first page, for how many there are and how large; absent if it cannot be shown
     * @param pages how many pages are shown
     */
    public record View(
            ClientHead head,
            DocumentLine line,
            List<Folder> folders,
            Optional<Picture> picture,
            int pages,
            Form form) {}

    /**
     * The document, of the very client that the address names.
     *
     * @throws PortalException.NotFound unless it is one
     */
    static DocumentRow row(Desk desk, Exchange exchange) {
        return here(exchange, desk.portal().documents().get(exchange.staff(), Call.document(exchange)));
    }

    /** The id of the document at the path, if there is one. */
    static DocumentId id(Desk desk, Exchange exchange) {
        return row(desk, exchange).document().id();
    }

    private static DocumentRow here(Exchange exchange, DocumentRow row) {
        if (!row.document().client().equals(Call.client(exchange))) {
            throw Refusals.notFound();
        }
        return row;
    }

    private Answer show(Exchange exchange) {
        Document document = row(desk, exchange).document();
        return page(
                exchange,
                Form.of(Map.of(
                        "name",
                        document.name().value(),
                        "folder",
                        document.folder().toString(),
                        "year",
                        String.valueOf(document.year()))));
    }

    private Answer page(Exchange exchange, Form form) {
        DocumentRow row = row(desk, exchange);
        ClientHead head = ClientHead.of(desk, exchange, "documents");
        List<Folder> folders =
                desk.portal().folders().list(exchange.staff(), head.client().id());
        DocumentLine line = DocumentLines.of(desk, exchange, folders).line(row);
        Optional<Picture> picture = measured(exchange, line);
        int pages =
                Math.min(picture.map(Picture::pages).orElse(0), desk.previews().maxPages());
        return desk.page(exchange, "document", new View(head, line, folders, picture, pages, form));
    }

    private Optional<Picture> measured(Exchange exchange, DocumentLine line) {
        return line.drawn()
                ? Drawn.measured(
                        exchange,
                        () -> desk.previews()
                                .measure(exchange.staff(), line.document().id()))
                : Optional.empty();
    }

    private Answer file(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        Document document = row(desk, exchange).document();
        return desk.posted(
                exchange,
                posted,
                () -> {
                    ChangeDocument command = ChangeDocument.filed(
                            document.id(),
                            posted.value("folder", FolderId::of),
                            posted.value("name", FileName::new),
                            (int) Math.min(Typed.number(posted, "year"), Integer.MAX_VALUE),
                            Optional.of(Typed.version(posted)));
                    desk.portal().filing().change(exchange.staff(), command);
                    return desk.done(exchange, Places.document(document.client(), document.id()), "practice.saved");
                },
                form -> page(exchange, form));
    }

    private Answer delete(Exchange exchange) {
        Document document = row(desk, exchange).document();
        return desk.pressed(exchange, Places.document(document.client(), document.id()), () -> {
            desk.portal().filing().delete(exchange.staff(), document.id());
            return desk.undoable(
                    exchange,
                    Places.documents(document.client()),
                    Places.document(document.client(), document.id()) + "/restore",
                    "practice.file.deleted",
                    document.name().value());
        });
    }

    private Answer restore(Exchange exchange) {
        String back = Places.documents(Call.client(exchange));
        DocumentId id = here(exchange, desk.portal().documents().kept(exchange.staff(), Call.document(exchange)))
                .document()
                .id();
        return desk.pressed(exchange, back, () -> {
            Document document = desk.portal().filing().restore(exchange.staff(), id);
            return desk.done(
                    exchange, back, "practice.file.restored", document.name().value());
        });
    }
}
