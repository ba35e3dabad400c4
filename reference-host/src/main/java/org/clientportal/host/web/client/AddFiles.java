package org.clientportal.host.web.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Refused;
import org.clientportal.host.web.page.Said;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Texts;
import org.clientportal.host.web.view.Tone;
import org.clientportal.model.InvalidValue;

/**
 * Adding files to the list (DO-6, DO-10). Scripts send one file a request and want a problem itself; a plain form may send
 * several and goes back to the list, which says what came of them.
 */
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
        Actor actor = exchange.contact();
        Businesses businesses = Businesses.of(exchange);
        Texts t = pages.words(exchange);
        Added added = new Added(portal.uploads(), actor, Added.folders(portal.folders(), actor, businesses));
        boolean script = exchange.header("Accept")
                .filter(type -> type.contains("application/problem+json"))
                .isPresent();
        Flash said;
        try {
            added.take(exchange.body().parts());
            said = Flash.good(
                    added.count() == 0 ? t.get("files.added.none") : t.get("files.added", added.count(), added.last()));
        } catch (PortalException | InvalidValue refused) {
            if (script) {
                throw refused;
            }
            String words = Refused.words(t, refused);
            said = new Flash(
                    Tone.BAD,
                    added.count() == 0 ? words : t.get("files.added.some", added.count(), words),
                    Optional.empty());
        }
        Answer answer = script
                ? Answer.done()
                : Answer.seeOther(businesses.address(FilesPage.PATH).toString());
        return answer.flash(Said.flash(said));
    }
}
