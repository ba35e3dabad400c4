package org.clientportal.host.web.client;

import java.util.List;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Route;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.FileBytes;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.signin.Door;
import org.clientportal.host.web.signin.LinkPages;
import org.clientportal.host.web.signin.SessionPages;
import org.clientportal.host.web.signin.SignInPages;

/** All pages of the client side, mails' links among them. */
public final class ClientSide {
    private final List<Route> routes;

    public ClientSide(Pages pages, Portal portal, PortalAuth auth, Previews previews) {
        Shells shells = new ClientShells(pages, portal.documents());
        routes = Stream.of(
                        new HomePage(pages, shells, portal, previews).routes(),
                        new FilesPage(pages, shells, portal, previews).routes(),
                        new AddFiles(pages, portal).routes(),
                        new DocumentPage(pages, shells, portal, previews).routes(),
                        new FileBytes(
                                        Audience.CONTACT,
                                        DocumentPage.ONE,
                                        DocumentPage::id,
                                        portal.downloads(),
                                        previews)
                                .routes(),
                        new ProfilePage(pages, shells, portal.contacts()).routes(),
                        new SignInPages(Door.CONTACT, pages, auth).routes(),
                        new LinkPages(pages, auth).routes(),
                        new SessionPages(Door.CONTACT, pages, shells, auth).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Their routes. */
    public List<Route> routes() {
        return routes;
    }
}
