package org.clientportal.host.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.view.Icon;
import org.clientportal.host.web.view.MenuLink;
import org.clientportal.host.web.view.NavItem;
import org.clientportal.host.web.view.Person;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Switcher;

/** Every component of the pages together, with made-up data. Served by a demo alone. */
public final class ComponentPages {
    private final Pages pages;

    public ComponentPages(Pages pages) {
        this.pages = pages;
    }

    /** The routes of the page. */
    public List<Route> routes() {
        return List.of(Route.get("/dev/components", Audience.PUBLIC, "dev.components", this::show));
    }

    private Answer show(Exchange exchange) {
        Person person = new Person(
                "Ana María Ortiz",
                "ana@ortiz.example",
                List.of(new MenuLink(Icon.SHIELD, "Sign-in and security", "#")),
                "/sign-out");
        List<NavItem> nav = List.of(
                NavItem.of(Icon.BUILDING, "Clients", "#").current(true),
                NavItem.of(Icon.INBOX, "Needs attention", "#")
                        .shortLabel("Attention")
                        .waiting(3),
                NavItem.of(Icon.MAIL, "Mailbox", "/dev/mailbox").group());
        Switcher switcher = new Switcher(
                "Ortiz Bakery LLC",
                List.of(
                        new Switcher.Business("Ortiz Bakery LLC", "Company", "#", true, 0),
                        new Switcher.Business("Ortiz Family Trust", "Trust", "#", false, 2)));
        Shell shell = new Shell(pages.frame(exchange), nav, person, Optional.of(switcher), Optional.empty());
        return pages.shown(shell, "dev/components.jte", Map.of());
    }
}
