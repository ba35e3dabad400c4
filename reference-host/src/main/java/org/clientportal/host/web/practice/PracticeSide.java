package org.clientportal.host.web.practice;

import java.util.List;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.signin.Door;
import org.clientportal.host.web.signin.SessionPages;
import org.clientportal.host.web.signin.SignInPages;

/** All pages of the practice side, staff signing in among them. */
public final class PracticeSide {
    private final List<Route> routes;

    public PracticeSide(Pages pages, Portal portal, PortalAuth auth) {
        Shells shells = new PracticeShells(pages);
        Desk desk = new Desk(portal, auth, pages, shells);
        routes = Stream.of(
                        new ClientListPages(desk).routes(),
                        new DeletedClientPages(desk).routes(),
                        new ClientPages(desk).routes(),
                        new ClientHoldPages(desk).routes(),
                        new ContactsTab(desk).routes(),
                        new ContactStepPages(desk).routes(),
                        new AddContactPages(desk).routes(),
                        new InvitePages(desk).routes(),
                        new SignInPages(Door.STAFF, pages, auth).routes(),
                        new SessionPages(Door.STAFF, pages, shells, auth).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Their routes. */
    public List<Route> routes() {
        return routes;
    }
}
