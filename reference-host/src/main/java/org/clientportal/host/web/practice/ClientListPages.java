package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.client.CreateClient;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;

/** The client list, where alone clients are created (CC-1, CC-2): their names, never their contacts'. */
public final class ClientListPages {
    private static final int ROWS = 50;

    private final Desk desk;

    ClientListPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Places.HOME, Audience.STAFF, "practice.clients", this::list),
                Route.get(Places.CLIENTS, Audience.STAFF, "practice.clients.cut", e -> Answer.seeOther(Places.HOME)),
                Route.get(Places.NEW_CLIENT, Audience.STAFF, "practice.clients.new", e -> form(e, Form.EMPTY)),
                Route.post(Places.NEW_CLIENT, Audience.STAFF, "practice.clients.create", this::create));
    }

    /**
     * The list.
     *
     * @param next the address of more
     */
    public record ListPage(List<Client> clients, String search, Optional<String> next, boolean admin) {}

    private Answer list(Exchange exchange) {
        Optional<String> search = exchange.query().text("q");
        Page<Client> page = desk.portal()
                .clients()
                .list(exchange.staff(), search, exchange.query().page(ROWS));
        Optional<String> next = page.next().map(cursor -> more(search, cursor));
        return desk.page(
                exchange, "clients", new ListPage(page.items(), search.orElse(""), next, Call.byAdmin(exchange)));
    }

    private static String more(Optional<String> search, Cursor cursor) {
        return Address.of(Places.HOME)
                .with("q", search)
                .with("cursor", cursor.encoded())
                .toString();
    }

    private Answer create(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        return desk.posted(
                exchange,
                posted,
                () -> {
                    EntityType type = Typed.choice(posted, "type", EntityType.class);
                    Client client = desk.portal()
                            .clients()
                            .create(exchange.staff(), CreateClient.of(posted.text("name"), type));
                    return desk.done(exchange, Places.contacts(client.id()), "practice.client.created", client.name());
                },
                form -> form(exchange, form));
    }

    private Answer form(Exchange exchange, Form form) {
        return desk.page(exchange, "newClient", form);
    }
}
