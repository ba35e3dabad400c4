package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.contact.Deletion;
import org.clientportal.core.contact.RevokedAccess;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.contact.ContactId;

/** What only an administrator does with a person: sets its clients, takes its access away, deletes it (CC-7, DE-2, DE-6). */
public final class PersonAdminPages {
    private static final String ONE = Places.CONTACTS + "/{contactId}";

    private final Desk desk;

    PersonAdminPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE + "/clients", Audience.ADMIN, "practice.contact.clients", this::clients),
                Route.post(ONE + "/clients", Audience.ADMIN, "practice.contact.clients.set", this::setClients),
                Route.get(ONE + "/revoke", Audience.ADMIN, "practice.contact.revoke.ask", this::askRevoke),
                Route.post(ONE + "/revoke", Audience.ADMIN, "practice.contact.revoke", this::revoke),
                Route.get(ONE + "/delete", Audience.ADMIN, "practice.contact.delete.ask", this::askDelete),
                Route.post(ONE + "/delete", Audience.ADMIN, "practice.contact.delete", this::delete));
    }

    /** The form of all of a person's clients. */
    public record ClientsPage(ContactRow row, Form form, ClientRows clients) {
        public String name() {
            return row.contact().name().orElse("");
        }

        public String place() {
            return Places.person(row.contact().id());
        }
    }

    private ContactRow row(Exchange exchange) {
        return desk.portal().contacts().get(exchange.staff(), Call.contact(exchange));
    }

    private static String name(ContactRow row) {
        return row.contact().name().orElse("");
    }

    private Answer clients(Exchange exchange) {
        List<ClientRow> rows =
                row(exchange).grants().stream().map(ClientRow::of).toList();
        return page(exchange, Form.EMPTY, new ClientRows(rows, ""));
    }

    private Answer setClients(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientRows clients = ClientRows.of(desk, exchange, posted);
        if (posted.checked("finding")) {
            return page(exchange, Form.EMPTY, clients);
        }
        ContactId id = Call.contact(exchange);
        return desk.posted(
                exchange,
                posted,
                () -> {
                    desk.portal().assignments().setClients(exchange.staff(), id, clients.terms());
                    return desk.done(exchange, Places.person(id), "practice.saved");
                },
                form -> page(exchange, form, clients));
    }

    private Answer page(Exchange exchange, Form form, ClientRows clients) {
        return desk.page(exchange, "personClients", new ClientsPage(row(exchange), form, clients.with(desk, exchange)));
    }

    private Answer askRevoke(Exchange exchange) {
        ContactRow row = row(exchange);
        Texts t = desk.words(exchange);
        String place = Places.person(row.contact().id());
        return desk.ask(
                exchange,
                Question.danger(
                                t.get("practice.revoke.title", name(row)),
                                t.get("practice.revoke.text"),
                                place + "/revoke",
                                t.get("practice.revoke"),
                                place)
                        .effects(List.of(t.get("practice.revoke.ends"), t.get("practice.revoke.stays")))
                        .undo(t.get("practice.revoke.undo")));
    }

    private Answer revoke(Exchange exchange) {
        ContactRow row = row(exchange);
        String back = Places.person(row.contact().id());
        return desk.pressed(exchange, back, () -> {
            RevokedAccess ended = desk.auth()
                    .invitations()
                    .revoke(exchange.staff(), row.contact().id());
            return desk.done(exchange, back, "practice.revoked", name(row), ended.sessions(), ended.links());
        });
    }

    private Answer askDelete(Exchange exchange) {
        ContactRow row = row(exchange);
        Texts t = desk.words(exchange);
        String place = Places.person(row.contact().id());
        Deletion.Consequences effects =
                desk.portal().deletion().preview(exchange.staff(), row.contact().id());
        return desk.ask(
                exchange,
                Question.danger(
                                t.get("practice.person.delete.title", name(row)),
                                t.get("practice.person.delete.text"),
                                place + "/delete",
                                t.get("practice.person.delete"),
                                place)
                        .effects(List.of(
                                t.get("practice.person.delete.ends", effects.sessions(), effects.clients()),
                                t.get("practice.person.delete.files"),
                                t.get("practice.person.delete.erased")))
                        .undo(t.get("practice.person.delete.undo")));
    }

    private Answer delete(Exchange exchange) {
        ContactRow row = row(exchange);
        return desk.pressed(exchange, Places.person(row.contact().id()), () -> {
            desk.portal().deletion().delete(exchange.staff(), row.contact().id());
            return desk.done(exchange, Places.CONTACTS, "practice.person.deleted", name(row));
        });
    }
}
