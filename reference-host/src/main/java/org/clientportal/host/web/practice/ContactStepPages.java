package org.clientportal.host.web.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.auth.InvitationResult;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;

/** What a row's menu on a client's Contacts tab does: sends a link, invites, ends the relation (SI-4, IN-3, DE-1). */
public final class ContactStepPages {
    private static final String ONE = Places.CLIENTS + "/{clientId}/contacts/{contactId}";

    private final Desk desk;

    ContactStepPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.post(ONE + "/link", Audience.STAFF, "practice.client.contact.link", this::sendLink),
                Route.post(ONE + "/invite", Audience.STAFF, "practice.client.contact.invite", this::invite),
                Route.get(ONE + "/delete", Audience.STAFF, "practice.client.contact.delete.ask", this::ask),
                Route.post(ONE + "/delete", Audience.STAFF, "practice.client.contact.delete", this::unassign));
    }

    private Answer sendLink(Exchange exchange) {
        ContactRow row = here(exchange);
        String back = Places.contacts(Call.client(exchange));
        return desk.pressed(exchange, back, () -> {
            desk.auth().links().send(exchange.staff(), row.contact().id());
            return desk.done(exchange, back, "practice.contact.link.sent", name(row));
        });
    }

    private Answer invite(Exchange exchange) {
        ContactRow row = here(exchange);
        ClientId client = Call.client(exchange);
        String back = Places.contacts(client);
        return desk.pressed(exchange, back, () -> {
            List<ContactId> one = List.of(row.contact().id());
            InvitationResult result = desk.auth()
                    .invitations()
                    .invite(exchange.staff(), client, one, Optional.empty())
                    .get(0);
            if (result.refusal().isPresent()) {
                throw result.refusal().get();
            }
            return desk.done(exchange, back, "practice.contact.invited", name(row));
        });
    }

    private Answer ask(Exchange exchange) {
        ContactRow row = here(exchange);
        ClientId id = Call.client(exchange);
        Client client = desk.portal().clients().get(exchange.staff(), id);
        Texts t = desk.words(exchange);
        String place = Places.contact(id, row.contact().id());
        return desk.ask(
                exchange,
                Question.danger(
                                t.get("practice.contact.delete.title", name(row), client.name()),
                                t.get("practice.contact.delete.text"),
                                place + "/delete",
                                t.get("practice.contact.delete"),
                                Places.contacts(id))
                        .effects(effects(exchange, row, client, t))
                        .undo(t.get("practice.contact.delete.undo")));
    }

    /** The same whether or not there are clients outside the reader's reach (DE-8). */
    private List<String> effects(Exchange exchange, ContactRow row, Client client, Texts t) {
        List<String> effects = new ArrayList<>();
        effects.add(t.get("practice.contact.delete.access", name(row), client.name()));
        effects.add(t.get("practice.contact.delete.files"));
        effects.add(t.get("practice.contact.delete.last"));
        List<Assignment> others = assignments(exchange, client.id());
        boolean lastAdmin = others.stream()
                .filter(a -> a.has(Permission.CLIENT_ADMIN))
                .map(a -> a.id().contact())
                .toList()
                .equals(List.of(row.contact().id()));
        if (lastAdmin) {
            effects.add(t.get("practice.contact.delete.admin"));
        }
        return effects;
    }

    private Answer unassign(Exchange exchange) {
        ContactRow row = here(exchange);
        ClientId client = Call.client(exchange);
        String back = Places.contacts(client);
        return desk.pressed(exchange, back, () -> {
            desk.portal()
                    .assignments()
                    .unassign(exchange.staff(), new AssignmentId(row.contact().id(), client));
            return desk.done(exchange, back, "practice.contact.deleted", name(row));
        });
    }

    private List<Assignment> assignments(Exchange exchange, ClientId client) {
        return desk.portal().contacts().ofClient(exchange.staff(), client).stream()
                .flatMap(row -> row.grants().stream())
                .map(grant -> grant.assignment())
                .toList();
    }

    /**
     * The contact, of this very client.
     *
     * @throws PortalException.NotFound unless it is one
     */
    private ContactRow here(Exchange exchange) {
        ContactId id = Call.contact(exchange);
        return desk.portal().contacts().ofClient(exchange.staff(), Call.client(exchange)).stream()
                .filter(row -> row.contact().id().equals(id))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    private static String name(ContactRow row) {
        return row.contact().name().orElse("");
    }
}
