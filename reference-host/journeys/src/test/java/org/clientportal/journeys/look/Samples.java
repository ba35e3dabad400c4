package org.clientportal.journeys.look;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.host.web.view.Assets;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Icon;
import org.clientportal.host.web.view.MenuLink;
import org.clientportal.host.web.view.NavItem;
import org.clientportal.host.web.view.PageFrame;
import org.clientportal.host.web.view.Person;
import org.clientportal.host.web.view.PracticeBrand;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Switcher;
import org.clientportal.host.web.view.Switcher.Business;
import org.clientportal.host.web.view.Texts;
import org.clientportal.host.web.view.Times;
import org.clientportal.host.web.view.Tone;
import org.clientportal.host.web.view.ViewAs;

/** Made-up people and businesses that fill the shells of both sides. */
final class Samples {
    private static final Instant NOW = Instant.parse("2026-03-14T15:02:11Z");
    private static final Assets ASSETS = new Assets(
            "/assets/portal.css",
            "/brand.css",
            "/assets/portal.js",
            "/htmx.js",
            "/manifest.webmanifest",
            "/thumb/touch.png");

    private Samples() {}

    static PageFrame frame(Locale locale, Optional<Flash> flash) {
        Times times = new Times(Texts.in(locale), ZoneId.of("America/Chicago"), NOW);
        return new PageFrame(new PracticeBrand("Hartley & Moore", Optional.empty()), ASSETS, times, "token", flash);
    }

    static Shell client(String here) {
        List<NavItem> nav = List.of(
                NavItem.of(Icon.HOME, "Home", "/home"),
                NavItem.of(Icon.TODO, "To-do", "/todo").waiting(3),
                NavItem.of(Icon.QUESTION, "Questions", "/questions").waiting(4),
                NavItem.of(Icon.MESSAGES, "Messages", "/messages"),
                NavItem.of(Icon.FOLDER, "Files", "/files").waiting(12),
                NavItem.of(Icon.CHART, "Reports", "/reports"),
                NavItem.of(Icon.TAX, "Tax", "/tax"),
                NavItem.of(Icon.BILLING, "Billing", "/billing"));
        Switcher switcher = new Switcher(
                "Delgado Hardware LLC",
                List.of(
                        new Business("All businesses", "2 businesses", "/home", false, 0),
                        new Business("Delgado Hardware LLC", "Company", "/home?client=1", true, 3),
                        new Business("Delgado Family Trust", "Trust", "/home?client=2", false, 1)));
        Person joe = new Person(
                "Joe Delgado",
                "joe@delgado.example",
                List.of(
                        new MenuLink(Icon.USER, "Profile", "/me"),
                        new MenuLink(Icon.BELL, "Notifications", "/me/notifications"),
                        new MenuLink(Icon.SHIELD, "Sign-in and security", "/me/security"),
                        new MenuLink(Icon.HELP, "Help", "/help")),
                "/sign-out");
        return new Shell(
                frame(Locale.US, Optional.empty()), current(nav, here), joe, Optional.of(switcher), Optional.empty());
    }

    static Shell practice(String here) {
        List<NavItem> nav = List.of(
                NavItem.of(Icon.BUILDING, "Clients", "/practice"),
                NavItem.of(Icon.ALERT, "Needs attention", "/practice/attention")
                        .shortLabel("Attention")
                        .waiting(2),
                NavItem.of(Icon.USERS, "All Contacts", "/practice/contacts")
                        .shortLabel("Contacts")
                        .group(),
                NavItem.of(Icon.MAIL, "Portal Manager", "/practice/portal").shortLabel("Portal"),
                NavItem.of(Icon.ACTIVITY, "Activity", "/practice/activity"),
                NavItem.of(Icon.SETTINGS, "Settings", "/practice/settings"));
        Person dana = new Person(
                "Dana Hartley",
                "Administrator",
                List.of(new MenuLink(Icon.SHIELD, "Sign-in and security", "/practice/me/security")),
                "/practice/sign-out");
        return new Shell(
                frame(Locale.US, Optional.empty()), current(nav, here), dana, Optional.empty(), Optional.empty());
    }

    static Shell saying(Shell shell, Flash flash) {
        return new Shell(
                frame(shell.t().locale(), Optional.of(flash)),
                shell.nav(),
                shell.person(),
                shell.switcher(),
                shell.viewAs());
    }

    static Shell viewed(Shell shell) {
        ViewAs view = new ViewAs(true, "Sam Okafor", "Joe Delgado", NOW.plusSeconds(1700), "/view/end");
        return new Shell(shell.frame(), shell.nav(), shell.person(), Optional.empty(), Optional.of(view));
    }

    static Flash deleted() {
        return new Flash(
                Tone.GOOD, "Luis Fontana was deleted from this client.", Optional.of(new Flash.Undo("Undo", "#")));
    }

    private static List<NavItem> current(List<NavItem> nav, String here) {
        return nav.stream().map(item -> item.current(item.href().equals(here))).toList();
    }
}
