package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;

/** Adding a contact on a client's Contacts tab: to exactly this client, notifying nobody (CC-4, CC-15, IN-8). */
public final class AddContactPages {
    private static final String ADD = Places.CLIENTS + "/{clientId}/add-contact";

    private final Desk desk;

    AddContactPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ADD, Audience.STAFF, "practice.client.contact.new", e -> page(e, Form.EMPTY, Set.of())),
                Route.post(ADD, Audience.STAFF, "practice.client.contact.add", this::add));
    }

    /** The form. */
    public record AddPage(ClientHead head, Form form, Set<Permission> permissions) {}

    private Answer add(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientId client = Call.client(exchange);
        Set<Permission> permissions = Typed.ticked(posted, "permission", Permission.class);
        return desk.posted(
                exchange,
                posted,
                () -> {
                    Terms terms = new Terms(permissions, Typed.choice(posted, "relationship", Relationship.class));
                    Contact contact = desk.portal()
                            .contacts()
                            .addToClient(exchange.staff(), client, Profiles.read(posted), terms);
                    return desk.done(
                            exchange,
                            posted.checked("invite") ? Places.client(client) + "/invite" : Places.contacts(client),
                            "practice.contact.added",
                            contact.name().orElse(""));
                },
                form -> page(exchange, form, permissions));
    }

    private Answer page(Exchange exchange, Form form, Set<Permission> permissions) {
        return desk.page(
                exchange, "addContact", new AddPage(ClientHead.of(desk, exchange, "contacts"), form, permissions));
    }
}
