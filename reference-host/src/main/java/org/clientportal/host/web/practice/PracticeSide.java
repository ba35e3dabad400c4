package org.clientportal.host.web.practice;

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
import org.clientportal.host.web.signin.SessionPages;
import org.clientportal.host.web.signin.SignInPages;

/** All pages of the practice side, staff signing in among them. */
public final class PracticeSide {
    private final List<Route> routes;

    public PracticeSide(Pages pages, Portal portal, PortalAuth auth, Previews previews) {
        Shells shells = new PracticeShells(pages);
        Desk desk = new Desk(portal, auth, pages, shells, previews);
        routes = Stream.of(
                        new ClientListPages(desk).routes(),
                        new DeletedClientPages(desk).routes(),
                        new ClientPages(desk).routes(),
                        new ClientHoldPages(desk).routes(),
                        new ContactsTab(desk).routes(),
                        new ContactStepPages(desk).routes(),
                        new AddContactPages(desk).routes(),
                        new InvitePages(desk).routes(),
                        new DocumentsTab(desk).routes(),
                        new DocumentPages(desk).routes(),
                        new DocumentHoldPages(desk).routes(),
                        new DocumentAccessPage(desk).routes(),
                        new FileBytes(
                                        Audience.STAFF,
                                        DocumentPages.ONE,
                                        e -> DocumentPages.id(desk, e),
                                        portal.downloads(),
                                        previews)
                                .routes(),
                        new TrashPage(desk).routes(),
                        new FolderPages(desk).routes(),
                        new PeoplePages(desk).routes(),
                        new PersonPages(desk).routes(),
                        new PersonAdminPages(desk).routes(),
                        new ActivityPages(desk).routes(),
                        new AttentionPage(desk).routes(),
                        new SettingsPages(desk).routes(),
                        new StaffPages(desk).routes(),
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
