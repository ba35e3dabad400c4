package org.clientportal.host.web.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.client.Clients;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.storage.Page;

/** Deleting a client, and restoring it within 30 days (DE-7); for administrators. */
public final class DeletedClientPages {
    private static final String DELETE = Places.CLIENTS + "/{clientId}/delete";
    private static final int ROWS = 50;

    private final Desk desk;

    DeletedClientPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(DELETE, Audience.ADMIN, "practice.client.delete.ask", this::ask),
                Route.post(DELETE, Audience.ADMIN, "practice.client.delete", this::delete),
                Route.get(Places.DELETED_CLIENTS, Audience.ADMIN, "practice.clients.deleted", this::list),
                Route.post(
                        Places.CLIENTS + "/{clientId}/restore",
                        Audience.ADMIN,
                        "practice.client.restore",
                        this::restore));
    }

    /**
     * A deleted client.
     *
     * @param until until when it can be restored
     */
    public record Deleted(ClientId id, String name, Instant at, Instant until) {
        static Deleted of(Client client) {
            Instant at = client.deletedAt().orElseThrow();
            return new Deleted(client.id(), client.name(), at, at.plus(Clients.RESTORABLE));
        }
    }

    /** The deleted clients. */
    public record ListPage(List<Deleted> clients, Optional<String> next) {}

    private Answer ask(Exchange exchange) {
        Client client = desk.portal().clients().get(exchange.staff(), Call.client(exchange));
        Texts t = desk.words(exchange);
        List<ContactRow> contacts = desk.portal().contacts().ofClient(exchange.staff(), client.id());
        List<String> effects = new ArrayList<>();
        effects.add(t.get("practice.client.delete.contacts", contacts.size()));
        long elsewhere =
                contacts.stream().filter(row -> reaches(exchange, row) > 1).count();
        effects.add(t.get("practice.client.delete.locked", contacts.size() - elsewhere));
        return desk.ask(
                exchange,
                Question.danger(
                                t.get("practice.client.delete.title", client.name()),
                                t.get("practice.client.delete.text"),
                                Places.client(client.id()) + "/delete",
                                t.get("practice.client.delete"),
                                Places.client(client.id()))
                        .effects(effects)
                        .undo(t.get("practice.client.delete.undo")));
    }

    /** How many living clients a contact gets to. */
    private long reaches(Exchange exchange, ContactRow row) {
        return desk.portal().contacts().get(exchange.staff(), row.contact().id()).grants().stream()
                .filter(grant -> grant.isEffective())
                .count();
    }

    private Answer delete(Exchange exchange) {
        ClientId id = Call.client(exchange);
        return desk.pressed(exchange, Places.client(id), () -> {
            Client client = desk.portal().clients().delete(exchange.staff(), id);
            return desk.undoable(
                    exchange, Places.HOME, Places.client(id) + "/restore", "practice.client.deleted", client.name());
        });
    }

    private Answer list(Exchange exchange) {
        Page<Client> page = desk.portal()
                .clients()
                .listDeleted(exchange.staff(), exchange.query().page(ROWS));
        Optional<String> next = page.next()
                .map(cursor -> Address.of(Places.DELETED_CLIENTS)
                        .with("cursor", cursor.encoded())
                        .toString());
        return desk.page(
                exchange,
                "deletedClients",
                new ListPage(page.items().stream().map(Deleted::of).toList(), next));
    }

    private Answer restore(Exchange exchange) {
        ClientId id = Call.client(exchange);
        return desk.pressed(exchange, Places.DELETED_CLIENTS, () -> {
            Client client = desk.portal().clients().restore(exchange.staff(), id);
            return desk.done(exchange, Places.client(id), "practice.client.restored", client.name());
        });
    }
}
