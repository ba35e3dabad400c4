package org.clientportal.host.web.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.AddedFiles;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.view.Choice;
import org.clientportal.host.web.view.DropZone;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Tab;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;

/** The list of files with its filters (DO-2). */
public final class FilesPage {
    static final String PATH = "/files";

    private final Pages pages;
    private final Shells shells;
    private final Portal portal;
    private final Previews previews;

    public FilesPage(Pages pages, Shells shells, Portal portal, Previews previews) {
        this.pages = pages;
        this.shells = shells;
        this.portal = portal;
        this.previews = previews;
    }

    /**
     * What the template shows.
     *
     * @param kept what a search keeps of the address
     * @param places the folders of one business, or the businesses where several are shown, as chips
     * @param several whether several businesses are shown
     * @param years as chips
     * @param freshTotal how many are New in what is shown
     * @param narrowed whether a filter is on
     * @param plain the same list without filters
     * @param next the next page
     * @param zone present where the reader may add files
     * @param folders where they may go
     * @param folder where they go unless another is chosen
     */
    public record View(
            List<FileView> files,
            Map<String, String> kept,
            String search,
            boolean newOnly,
            List<Tab> places,
            boolean several,
            List<Tab> years,
            int freshTotal,
            boolean narrowed,
            String plain,
            Optional<String> next,
            Optional<DropZone> zone,
            List<Choice> folders,
            String folder) {}

    /** The route of the list. */
    public List<Route> routes() {
        return List.of(Route.get(PATH, Audience.CONTACT, "client.files", this::show));
    }

    private Answer show(Exchange exchange) {
        Actor actor = exchange.contact();
        Businesses businesses = Businesses.of(exchange);
        FilesQuery query = FilesQuery.of(exchange, businesses);
        Page<DocumentRow> rows = portal.documents().list(actor, query.filter());
        List<Folder> folders = businesses.folders(portal.folders(), actor);
        Shell shell = shells.of(exchange);
        Texts t = shell.t();
        FileViews views = new FileViews(
                        shell.times(), businesses, previews, exchange.practice().name())
                .naming(folders);
        String plain = businesses.address(PATH).toString();
        long largest = exchange.practice().settings().maxUpload();
        View view = new View(
                rows.items().stream().map(views::listed).toList(),
                FileChips.kept(query),
                query.search().orElse(""),
                query.newOnly(),
                FileChips.places(query, folders, t),
                businesses.several(),
                FileChips.years(query, portal.documents().years(actor, businesses.filter()), t),
                fresh(actor, businesses),
                query.narrowed(),
                plain,
                rows.next().map(at -> next(query, at)),
                folders.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DropZone(plain, AddedFiles.FILE, Map.of(), largest)),
                FileChips.choices(businesses, folders),
                query.folder().map(FolderId::toString).orElse(""));
        return pages.shown(shell, "client/files.jte", Map.of("page", view));
    }

    private int fresh(Actor actor, Businesses businesses) {
        return portal.documents().countNew(actor, businesses.filter()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static String next(FilesQuery query, Cursor at) {
        return query.address().with(FilesQuery.CURSOR, at.encoded()).toString();
    }
}
