package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.auth.InvitationWindow;
import org.clientportal.core.client.ChangeClient;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.AccessState;
import org.clientportal.storage.PageRequest;

/** A client at a glance, its name and type. */
public final class ClientPages {
    private static final String ONE = Places.CLIENTS + "/{clientId}";
    private static final int NEWEST = 5;

    private final Desk desk;

    ClientPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, Audience.STAFF, "practice.client", this::show),
                Route.post(ONE, Audience.STAFF, "practice.client.change", this::change));
    }

    /**
     * The overview.
     *
     * @param contacts the client's contacts, the main one first
     * @param newest the newest documents
     */
    public record Overview(ClientHead head, List<InvitationWindow.Row> contacts, List<DocumentLine> newest, Form form) {

        /** How many contacts have signed in. */
        public long active() {
            return contacts.stream()
                    .filter(row -> row.state() == AccessState.ACTIVE)
                    .count();
        }
    }

    private Answer show(Exchange exchange) {
        ClientHead head = ClientHead.of(desk, exchange, "overview");
        return page(exchange, head, stored(head.client()));
    }

    private Answer change(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientId id = Call.client(exchange);
        return desk.posted(
                exchange,
                posted,
                () -> {
                    ChangeClient command = new ChangeClient(
                            id,
                            posted.text("name"),
                            Typed.choice(posted, "type", EntityType.class),
                            Optional.of(Typed.version(posted)));
                    desk.portal().clients().change(exchange.staff(), command);
                    return desk.done(exchange, Places.client(id), "practice.saved");
                },
                form -> page(exchange, ClientHead.of(desk, exchange, "overview"), form));
    }

    private Answer page(Exchange exchange, ClientHead head, Form form) {
        ClientId id = head.client().id();
        List<InvitationWindow.Row> contacts =
                desk.auth().invitations().window(exchange.staff(), id).rows();
        DocumentLines lines = DocumentLines.of(desk, exchange, id);
        List<DocumentLine> newest = desk
                .portal()
                .documents()
                .list(exchange.staff(), DocumentFilter.of(id, PageRequest.first(NEWEST)))
                .items()
                .stream()
                .map(lines::line)
                .toList();
        return desk.page(exchange, "client", new Overview(head, contacts, newest, form));
    }

    private static Form stored(Client client) {
        return Form.of(Map.of("name", client.name(), "type", client.type().name()));
    }
}
