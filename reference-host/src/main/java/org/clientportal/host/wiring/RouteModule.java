package org.clientportal.host.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.host.api.Api;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.demo.ComponentPages;
import org.clientportal.host.demo.MailboxPages;
import org.clientportal.host.http.FaultPages;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.Routes;
import org.clientportal.host.http.Templates;
import org.clientportal.host.mail.Mailbox;
import org.clientportal.host.preview.PreviewLimits;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.client.ClientSide;
import org.clientportal.host.web.page.PageAssets;
import org.clientportal.host.web.page.PageFrames;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.PortalFaultPages;
import org.clientportal.host.web.page.WebApp;
import org.clientportal.host.web.practice.PracticeSide;

/** Everything that can be asked of a portal: the one list. */
final class RouteModule extends AbstractModule {
    private final boolean demo;

    /** @param demo whether to answer what only a demo answers */
    RouteModule(boolean demo) {
        this.demo = demo;
    }

    @Provides
    @Singleton
    Routes routes(
            Portal portal,
            PortalAuth auth,
            Clock clock,
            Pages pages,
            PageAssets assets,
            Previews previews,
            Mailbox mailbox) {
        return new Routes(Stream.of(
                        assets.routes(),
                        new WebApp(pages, assets).routes(),
                        new Api(portal, auth, clock).routes(),
                        new ClientSide(pages, portal, auth, previews).routes(),
                        new PracticeSide(pages, portal, auth, previews).routes(),
                        demo ? new MailboxPages(pages, mailbox).routes() : List.<Route>of(),
                        demo ? new ComponentPages(pages).routes() : List.<Route>of())
                .flatMap(List::stream)
                .toList());
    }

    @Provides
    @Singleton
    Previews previews(Portal portal, HostConfig config) {
        return new Previews(
                portal.downloads(), PreviewLimits.DEFAULT, config.data().resolve("drawing"));
    }

    @Provides
    @Singleton
    PageAssets assets() {
        return new PageAssets();
    }

    @Provides
    @Singleton
    Pages pages(Templates templates, PageAssets assets, Clock clock) {
        return new Pages(templates, new PageFrames(assets, clock));
    }

    @Provides
    @Singleton
    FaultPages faults(Pages pages) {
        return new PortalFaultPages(pages);
    }
}
