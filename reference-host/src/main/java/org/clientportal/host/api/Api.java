package org.clientportal.host.api;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.host.http.Route;

/** Every route of the JSON interface, in one list. */
public final class Api {
    private final List<Route> routes;

    public Api(Portal portal, PortalAuth auth, Clock clock) {
        routes = Stream.of(
                        new OpenApi().routes(),
                        new SignInApi(auth).routes(),
                        new SessionsApi(auth).routes(),
                        new PracticeApi(portal).routes(),
                        new ClientsApi(portal).routes(),
                        new ClientContactsApi(portal, clock).routes(),
                        new ContactsApi(portal, clock).routes(),
                        new AccessApi(auth).routes(),
                        new FoldersApi(portal).routes(),
                        new DocumentsApi(portal).routes(),
                        new PortalApi(portal).routes(),
                        new AuditApi(portal).routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Route> routes() {
        return routes;
    }
}
