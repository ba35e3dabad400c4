package org.clientportal.host.web.client;

import java.util.List;
import java.util.Map;
import org.clientportal.core.contact.Contacts;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;

/** What the firm has on record of the person, as it stands; the firm changes it. */
public final class ProfilePage {
    static final String PATH = "/settings";

    private final Pages pages;
    private final Shells shells;
    private final Contacts contacts;

    public ProfilePage(Pages pages, Shells shells, Contacts contacts) {
        this.pages = pages;
        this.shells = shells;
        this.contacts = contacts;
    }

    /** The route of the profile. */
    public List<Route> routes() {
        return List.of(Route.get(PATH, Audience.CONTACT, "client.profile", this::show));
    }

    private Answer show(Exchange exchange) {
        return pages.shown(
                shells.of(exchange),
                "client/profile.jte",
                Map.of("contact", contacts.self(exchange.contact()), "businesses", Businesses.of(exchange)));
    }
}
