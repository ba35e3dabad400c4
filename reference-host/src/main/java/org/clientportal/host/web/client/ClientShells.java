package org.clientportal.host.web.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.document.Documents;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.signin.Door;
import org.clientportal.host.web.view.Icon;
import org.clientportal.host.web.view.MenuLink;
import org.clientportal.host.web.view.NavItem;
import org.clientportal.host.web.view.PageFrame;
import org.clientportal.host.web.view.Person;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Switcher;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;

/** The frame of the client side: only what the person's rights grant in the businesses shown has an entry (DA-3). */
public final class ClientShells implements Shells {
    private static final Set<String> LISTS = Set.of(HomePage.PATH, FilesPage.PATH);

    private final Pages pages;
    private final Documents documents;

    public ClientShells(Pages pages, Documents documents) {
        this.pages = pages;
        this.documents = documents;
    }

    @Override
    public Shell of(Exchange exchange) {
        Businesses businesses = Businesses.of(exchange);
        PageFrame frame = pages.frame(exchange);
        return new Shell(
                frame,
                nav(exchange, businesses, frame.t()),
                person(exchange, frame.t()),
                businesses.all().size() < 2
                        ? Optional.empty()
                        : Optional.of(switcher(exchange.path(), businesses, frame.t())),
                Optional.empty());
    }

    private List<NavItem> nav(Exchange exchange, Businesses businesses, Texts t) {
        List<NavItem> nav = new ArrayList<>();
        nav.add(entry(exchange, businesses, Icon.HOME, t.get("nav.home"), HomePage.PATH));
        Set<ClientId> shown = businesses.filter();
        if (documents.offered(exchange.contact(), shown)) {
            int fresh = documents.countNew(exchange.contact(), shown).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            nav.add(entry(exchange, businesses, Icon.FOLDER, t.get("nav.files"), FilesPage.PATH)
                    .waiting(fresh));
        }
        return nav;
    }

    private static NavItem entry(Exchange exchange, Businesses businesses, Icon icon, String label, String path) {
        String here = exchange.path();
        boolean current = here.equals(path) || (path.length() > 1 && here.startsWith(path + "/"));
        return NavItem.of(icon, label, businesses.address(path).toString()).current(current);
    }

    private static Person person(Exchange exchange, Texts t) {
        Contact contact = exchange.contactSession().orElseThrow().contact();
        return new Person(
                contact.name().orElse(""),
                contact.email().map(email -> email.typed()).orElse(""),
                List.of(
                        new MenuLink(Icon.USER, t.get("nav.profile"), ProfilePage.PATH),
                        new MenuLink(Icon.SHIELD, t.get("nav.sessions"), Door.CONTACT.sessions())),
                Door.CONTACT.signOut());
    }

    /** The same list at another business; from any other page, its Home. */
    private static Switcher switcher(String path, Businesses businesses, Texts t) {
        Address here = Address.of(LISTS.contains(path) ? path : HomePage.PATH);
        String everything = t.get("business.all");
        List<Switcher.Business> choices = new ArrayList<>();
        choices.add(new Switcher.Business(
                everything, "", here.toString(), businesses.chosen().isEmpty(), 0));
        for (Client client : businesses.all()) {
            choices.add(new Switcher.Business(
                    client.name(),
                    t.get("entity." + client.type()),
                    here.with(Businesses.PARAMETER, client.id()).toString(),
                    businesses.chosenId().filter(client.id()::equals).isPresent(),
                    0));
        }
        return new Switcher(businesses.chosen().map(Client::name).orElse(everything), choices);
    }
}
