package org.clientportal.host.wiring;

import java.nio.file.Path;
import java.time.Clock;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.host.http.Routes;
import org.clientportal.host.http.Templates;
import org.clientportal.host.mail.Mailbox;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.PageAssets;
import org.clientportal.host.web.page.PageFrames;
import org.clientportal.host.web.page.Pages;

/** The host's own list of routes, for tests that walk all of them on a portal of their own. */
public final class RouteList {
    private RouteList() {}

    public static Routes of(Portal portal, PortalAuth auth, Clock clock, Previews previews, PageAssets assets) {
        Pages pages = new Pages(new Templates(), new PageFrames(assets, clock));
        return new RouteModule(false)
                .routes(portal, auth, clock, pages, assets, previews, new Mailbox(Path.of("no-mailbox")));
    }
}
