package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.auth.InvitationWindow;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;

/** A client's Contacts tab: who belongs to it, what each may, and how far each is on the way in (CC-5, CC-13, CC-15). */
public final class ContactsTab {
    private static final String ALL = Places.CLIENTS + "/{clientId}/contacts";
    private static final String ONE = ALL + "/{contactId}";

    private final Desk desk;

    ContactsTab(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Audience.STAFF, "practice.client.contacts", e -> page(e, Function.identity())),
                Route.post(ONE, Audience.STAFF, "practice.client.contact.terms", this::setTerms),
                Route.post(ONE + "/main", Audience.STAFF, "practice.client.contact.main", this::makeMain));
    }

    /**
     * The tab.
     *
     * @param portal the address of the portal (CC-13)
     */
    public record Tab(ClientHead head, List<ContactLine> rows, String portal) {

        /** Whether nobody has everything of this client: worth a word, and allowed (PM-12). */
        public boolean withoutAdmin() {
            return !rows.isEmpty() && rows.stream().noneMatch(row -> row.has(Permission.CLIENT_ADMIN));
        }
    }

    private Answer setTerms(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        AssignmentId id = new AssignmentId(Call.contact(exchange), Call.client(exchange));
        return desk.posted(
                exchange,
                posted,
                () -> {
                    Terms terms = new Terms(
                            Typed.ticked(posted, "permission", Permission.class),
                            Typed.choice(posted, "relationship", Relationship.class));
                    desk.portal()
                            .assignments()
                            .setTerms(exchange.staff(), id, terms, Optional.of(Typed.version(posted)));
                    return desk.done(exchange, Places.contacts(id.client()), "practice.saved");
                },
                form -> page(
                        exchange,
                        row -> row.id().equals(id.contact())
                                ? row.refused(form.errors().values().iterator().next())
                                : row));
    }

    private Answer makeMain(Exchange exchange) {
        AssignmentId id = new AssignmentId(Call.contact(exchange), Call.client(exchange));
        String back = Places.contacts(id.client());
        return desk.pressed(exchange, back, () -> {
            desk.portal().assignments().makeMain(exchange.staff(), id);
            return desk.done(exchange, back, "practice.contact.main.done");
        });
    }

    private Answer page(Exchange exchange, Function<ContactLine, ContactLine> change) {
        ClientHead head = ClientHead.of(desk, exchange, "contacts");
        ClientId client = head.client().id();
        Map<ContactId, InvitationWindow.Row> invitations =
                desk.auth().invitations().window(exchange.staff(), client).rows().stream()
                        .collect(Collectors.toMap(InvitationWindow.Row::contact, Function.identity()));
        List<ContactLine> rows = desk.portal().contacts().ofClient(exchange.staff(), client).stream()
                .flatMap(
                        row -> Optional.ofNullable(invitations.get(row.contact().id()))
                                .map(invitation -> ContactLine.of(row, invitation))
                                .stream())
                .map(change)
                .toList();
        String portal = exchange.practice().origin().value();
        return desk.page(exchange, "contacts", new Tab(head, rows, portal));
    }
}
