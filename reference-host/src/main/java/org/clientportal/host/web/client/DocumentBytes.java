package org.clientportal.host.web.client;

import java.util.List;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Downloads;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Download;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.Asked;
import org.clientportal.host.web.page.Drawn;
import org.clientportal.model.document.DocumentId;

/**
 * The bytes of a file: to be saved, never to be shown by the browser (P20), and pictures of it drawn by us. Only all of
 * them, sent to the last one, make it no longer New (DO-3).
 */
public final class DocumentBytes {
    private static final String PAGE = "page";

    private final Downloads downloads;
    private final Previews previews;

    public DocumentBytes(Downloads downloads, Previews previews) {
        this.downloads = downloads;
        this.previews = previews;
    }

    /** The routes of one file's bytes. */
    public List<Route> routes() {
        String one = DocumentPage.ONE;
        return List.of(
                Route.get(one + "/download", Audience.CONTACT, "client.file.download", this::download),
                Route.get(one + "/preview/{page}", Audience.CONTACT, "client.file.preview", this::page),
                Route.get(one + "/thumbnail", Audience.CONTACT, "client.file.thumbnail", this::thumbnail));
    }

    private Answer download(Exchange exchange) {
        return Answer.file(Download.of(downloads, exchange.contact(), DocumentPage.id(exchange)));
    }

    private Answer page(Exchange exchange) {
        Actor actor = exchange.contact();
        DocumentId id = DocumentPage.id(exchange);
        int page = Asked.path(exchange, PAGE, DocumentBytes::number);
        return Drawn.answer(exchange, downloads.look(actor, id), PAGE + page, () -> previews.page(actor, id, page));
    }

    private Answer thumbnail(Exchange exchange) {
        Actor actor = exchange.contact();
        DocumentId id = DocumentPage.id(exchange);
        return Drawn.thumbnail(exchange, downloads.look(actor, id), () -> previews.thumbnail(actor, id));
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw Refusals.notFound();
        }
        return Integer.parseInt(text);
    }
}
