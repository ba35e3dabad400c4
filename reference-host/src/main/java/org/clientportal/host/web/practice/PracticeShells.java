package org.clientportal.host.web.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.signin.Door;
import org.clientportal.host.web.view.Icon;
import org.clientportal.host.web.view.MenuLink;
import org.clientportal.host.web.view.NavItem;
import org.clientportal.host.web.view.PageFrame;
import org.clientportal.host.web.view.Person;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.staff.StaffMember;

/** What surrounds the pages of the practice side; a member's rail has nothing of an administrator's (PR-4). */
final class PracticeShells implements Shells {
    private final Pages pages;

    PracticeShells(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Shell of(Exchange exchange) {
        StaffMember member = exchange.staffSession()
                .orElseThrow(() -> new IllegalStateException("only for signed-in staff"))
                .member();
        PageFrame frame = pages.frame(exchange);
        Texts t = frame.t();
        Person person = new Person(
                member.name(),
                t.get("role." + member.role()),
                List.of(new MenuLink(Icon.SHIELD, t.get("nav.sessions"), Door.STAFF.sessions())),
                Door.STAFF.signOut());
        return new Shell(frame, nav(t, exchange.path(), member), person, Optional.empty(), Optional.empty());
    }

    private static List<NavItem> nav(Texts t, String path, StaffMember member) {
        List<NavItem> nav = new ArrayList<>();
        nav.add(item(t, path, Icon.BUILDING, "clients", Places.HOME)
                .current(path.equals(Places.HOME)
                        || path.startsWith(Places.CLIENTS)
                        || path.equals(Places.NEW_CLIENT)
                        || path.equals(Places.DELETED_CLIENTS)));
        nav.add(item(t, path, Icon.ALERT, "attention", Places.ATTENTION));
        if (member.isAdmin()) {
            NavItem people = item(t, path, Icon.USERS, "contacts", Places.CONTACTS);
            nav.add(people.current(people.current() || path.equals(Places.NEW_CONTACT))
                    .group());
            nav.add(item(t, path, Icon.ACTIVITY, "activity", Places.ACTIVITY));
            NavItem settings = item(t, path, Icon.SETTINGS, "settings", Places.SETTINGS);
            nav.add(settings.current(
                    path.equals(Places.SETTINGS) || path.startsWith(Places.STAFF) || path.equals(Places.NEW_STAFF)));
        }
        return nav;
    }

    private static NavItem item(Texts t, String path, Icon icon, String name, String href) {
        return NavItem.of(icon, t.get("practice.nav." + name), href)
                .shortLabel(t.get("practice.nav." + name + ".short"))
                .current(path.startsWith(href));
    }
}
