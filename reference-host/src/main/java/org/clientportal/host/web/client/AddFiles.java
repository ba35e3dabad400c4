package org.clientportal.host.web.client;

import java.io.IOException;
import java.util.List;
import org.clientportal.core.Portal;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.AddedFiles;
import org.clientportal.host.web.page.Pages;
import org.clientportal.model.document.Folder;

/** Adding files to the list (DO-6, DO-10). */
public final class AddFiles {
    private final Pages pages;
    private final Portal portal;

    public AddFiles(Pages pages, Portal portal) {
        this.pages = pages;
        this.portal = portal;
    }

    /** The route that takes files in. */
    public List<Route> routes() {
        return List.of(Route.post(FilesPage.PATH, Audience.CONTACT, "client.files.add", this::add)
                .streaming());
    }

    private Answer add(Exchange exchange) throws IOException {
        Businesses businesses = Businesses.of(exchange);
        List<Folder> folders = businesses.folders(portal.folders(), exchange.contact());
        return new AddedFiles(portal.uploads(), exchange.contact(), folders)
                .answer(
                        exchange,
                        pages.words(exchange),
                        businesses.address(FilesPage.PATH).toString());
    }
}
