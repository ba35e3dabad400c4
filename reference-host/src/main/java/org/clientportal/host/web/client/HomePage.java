package org.clientportal.host.web.client;

import java.util.List;
import java.util.Map;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.home.HomeView;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Tab;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Folder;

/** What a contact sees first (DA-1). */
public final class HomePage {
    static final String PATH = "/";

    private final Pages pages;
    private final Shells shells;
    private final Portal portal;
    private final Previews previews;

    public HomePage(Pages pages, Shells shells, Portal portal, Previews previews) {
        this.pages = pages;
        this.shells = shells;
        this.portal = portal;
        this.previews = previews;
    }

    /**
     * What the template shows.
     *
     * @param name the person's name
     * @param offered whether files have a place of their own
     * @param adds where files are sent from; empty for who may add none
     * @param fresh the newest of the New documents
     * @param freshTotal how many are New in all
     * @param freshBy the businesses with New documents, each with its count
     * @param allFresh where all New ones are listed
     * @param recent what the firm added last
     * @param all where all files are listed
     */
    public record View(
            String name,
            boolean offered,
            String adds,
            List<FileView> fresh,
            int freshTotal,
            List<Tab> freshBy,
            String allFresh,
            List<FileView> recent,
            String all) {}

    /** The route of the first page. */
    public List<Route> routes() {
        return List.of(Route.get(PATH, Audience.CONTACT, "client.home", this::show));
    }

    private Answer show(Exchange exchange) {
        Actor actor = exchange.contact();
        Businesses businesses = Businesses.of(exchange);
        Shell shell = shells.of(exchange);
        HomeView home = portal.home().of(actor, businesses.chosenId());
        List<Folder> folders = businesses.folders(portal.folders(), actor);
        FileViews views = new FileViews(
                        shell.times(), businesses, previews, exchange.practice().name())
                .naming(folders);
        Address files = businesses.address(FilesPage.PATH);
        boolean offered = shell.nav().size() > 1;
        View view = new View(
                shell.person().name(),
                offered,
                folders.isEmpty() ? "" : files + "#add",
                recent(views, home.newest()),
                home.newTotal(),
                freshBy(businesses, home),
                files.with(FilesQuery.NEW, true).toString(),
                recent(views, home.recentFiles()),
                files.toString());
        return pages.shown(shell, "client/home.jte", Map.of("page", view));
    }

    private static List<FileView> recent(FileViews views, List<DocumentRow> rows) {
        return rows.stream().map(views::recent).toList();
    }

    private static List<Tab> freshBy(Businesses businesses, HomeView home) {
        if (!businesses.several()) {
            return List.of();
        }
        return businesses.all().stream()
                .map(client -> chip(client, home.newDocuments().getOrDefault(client.id(), 0)))
                .filter(chip -> chip.count() > 0)
                .toList();
    }

    private static Tab chip(Client client, int count) {
        String href = Address.of(FilesPage.PATH)
                .with(Businesses.PARAMETER, client.id())
                .with(FilesQuery.NEW, true)
                .toString();
        return new Tab(client.name(), href, false, count);
    }
}
