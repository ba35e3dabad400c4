package org.clientportal.host.web.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Picture;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.Asked;
import org.clientportal.host.web.page.Drawn;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Refused;
import org.clientportal.host.web.page.Said;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Tone;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Folder;

/** One file: what it is, what it looks like, and deleting it while that may be done (DO-2, DO-4). */
public final class DocumentPage {
    static final String ONE = FilesPage.PATH + "/{documentId}";

    private final Pages pages;
    private final Shells shells;
    private final Portal portal;
    private final Previews previews;

    public DocumentPage(Pages pages, Shells shells, Portal portal, Previews previews) {
        this.pages = pages;
        this.shells = shells;
        this.portal = portal;
        this.previews = previews;
    }

    /**
     * What the template shows.
     *
     * @param picture the first page, for how many there are and how large; absent if it cannot be shown
     * @param pages how many pages are shown
     */
    public record View(FileView file, Optional<Picture> picture, int pages) {}

    /** The routes of one file's pages. */
    public List<Route> routes() {
        return List.of(
                Route.get(ONE, Audience.CONTACT, "client.file", this::show),
                Route.get(ONE + "/delete", Audience.CONTACT, "client.file.confirmDelete", this::confirmDelete),
                Route.post(ONE + "/delete", Audience.CONTACT, "client.file.delete", this::delete));
    }

    static DocumentId id(Exchange exchange) {
        return Asked.path(exchange, "documentId", DocumentId::of);
    }

    private Answer show(Exchange exchange) {
        Actor actor = exchange.contact();
        DocumentRow row = portal.documents().get(actor, id(exchange));
        Optional<Picture> picture = Drawn.measured(
                exchange, () -> previews.measure(actor, row.document().id()));
        int shown = Math.min(picture.map(Picture::pages).orElse(0), previews.maxPages());
        Shell shell = shells.of(exchange);
        View view = new View(file(exchange, shell, row), picture, shown);
        return pages.shown(shell, "client/document.jte", Map.of("page", view));
    }

    private Answer confirmDelete(Exchange exchange) {
        DocumentRow row = portal.documents().get(exchange.contact(), id(exchange));
        Shell shell = shells.of(exchange);
        FileView file = file(exchange, shell, row);
        return file.deletableUntil().isPresent()
                ? pages.shown(shell, "client/delete.jte", Map.of("file", file))
                : Answer.seeOther(file.path());
    }

    private Answer delete(Exchange exchange) {
        DocumentId id = id(exchange);
        try {
            Document deleted = portal.filing().delete(exchange.contact(), id);
            String words =
                    pages.words(exchange).get("files.deleted", deleted.name().value());
            return Answer.seeOther(FilesPage.PATH).flash(Said.good(words));
        } catch (PortalException.Conflict | PortalException.Forbidden refused) {
            Flash said = new Flash(Tone.WARN, Refused.words(pages.words(exchange), refused), Optional.empty());
            return Answer.seeOther(FilesPage.PATH + "/" + id).flash(Said.flash(said));
        }
    }

    private FileView file(Exchange exchange, Shell shell, DocumentRow row) {
        List<Folder> folders =
                portal.folders().list(exchange.contact(), row.document().client());
        Businesses businesses = Businesses.of(exchange);
        return new FileViews(
                        shell.times(), businesses, previews, exchange.practice().name())
                .naming(folders)
                .listed(row);
    }
}
