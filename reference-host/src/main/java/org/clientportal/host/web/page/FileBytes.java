package org.clientportal.host.web.page;

import java.util.List;
import java.util.function.Function;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Downloads;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Download;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Previews;
import org.clientportal.model.document.DocumentId;

/**
 * The bytes of a file: to be saved, never to be shown by the browser (P20), and pictures of it drawn by us. Only all of
 * them, sent to the last one, make it no longer New (DO-3).
 */
public final class FileBytes {
    private static final String PAGE = "page";

    private final Audience audience;
    private final String one;
    private final Downloads downloads;
    private final Previews previews;
    private final Function<Exchange, DocumentId> id;

    /**
     * @param audience the side whose files these are
     * @param one the path of one file's page
     * @param id which file a request is about; fails if there is none at the path
     */
    public FileBytes(
            Audience audience, String one, Function<Exchange, DocumentId> id, Downloads downloads, Previews previews) {
        this.audience = audience;
        this.one = one;
        this.id = id;
        this.downloads = downloads;
        this.previews = previews;
    }

    /** The routes of one file's bytes. */
    public List<Route> routes() {
        String name = audience == Audience.STAFF ? "practice.file." : "client.file.";
        return List.of(
                Route.get(one + "/download", audience, name + "download", this::download),
                Route.get(one + "/preview/{page}", audience, name + "preview", this::page),
                Route.get(one + "/thumbnail", audience, name + "thumbnail", this::thumbnail));
    }

    private Answer download(Exchange exchange) {
        return Answer.file(Download.of(downloads, actor(exchange), id.apply(exchange)));
    }

    private Answer page(Exchange exchange) {
        Actor actor = actor(exchange);
        DocumentId document = id.apply(exchange);
        int page = Asked.path(exchange, PAGE, FileBytes::number);
        return Drawn.answer(
                exchange, downloads.look(actor, document), PAGE + page, () -> previews.page(actor, document, page));
    }

    private Answer thumbnail(Exchange exchange) {
        Actor actor = actor(exchange);
        DocumentId document = id.apply(exchange);
        return Drawn.thumbnail(exchange, downloads.look(actor, document), () -> previews.thumbnail(actor, document));
    }

    private Actor actor(Exchange exchange) {
        return audience == Audience.STAFF ? exchange.staff() : exchange.contact();
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw Refusals.notFound();
        }
        return Integer.parseInt(text);
    }
}
