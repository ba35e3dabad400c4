package org.clientportal.host.api;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;

/** The contacts of one client, for the firm: what a client's Contacts tab does. */
public final class ClientContactsApi {
    private static final String ALL = "/api/v1/clients/{clientId}/contacts";
    private static final String ONE = ALL + "/{contactId}";

    private final Portal portal;
    private final Clock clock;

    public ClientContactsApi(Portal portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Audience.STAFF, "clientContacts.list", this::list),
                Route.post(ALL, Audience.STAFF, "clientContacts.add", this::add),
                Route.put(ONE, Audience.STAFF, "clientContacts.setTerms", this::setTerms),
                Route.delete(ONE, Audience.STAFF, "clientContacts.unassign", this::unassign),
                Route.put(ONE + "/main", Audience.STAFF, "clientContacts.makeMain", this::makeMain));
    }

    record NewContact(
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> locale,
            Optional<String> timeZone,
            Optional<Set<Permission>> permissions,
            Optional<Relationship> relationship) {}

    record AssignmentChanged(
            ContactId contactId, Set<Permission> permissions, Relationship relationship, boolean main, long version) {
        static Answer answer(Assignment assignment) {
            return Answer.json(new AssignmentChanged(
                            assignment.id().contact(),
                            assignment.permissions(),
                            assignment.relationship(),
                            assignment.main(),
                            assignment.version()))
                    .version(assignment.version());
        }
    }

    private Answer list(Exchange exchange) {
        return Answer.json(portal.contacts().ofClient(exchange.staff(), ClientsApi.id(exchange)).stream()
                .map(row -> ContactJson.of(row, clock.instant()))
                .toList());
    }

    private Answer add(Exchange exchange) throws IOException {
        NewContact body = exchange.body().json(NewContact.class);
        Terms terms = new ContactJson.TermsJson(body.permissions(), body.relationship()).terms();
        Contact contact = portal.contacts()
                .addToClient(
                        exchange.staff(),
                        ClientsApi.id(exchange),
                        ProfileJson.read(body.name(), body.email(), body.phone(), body.locale(), body.timeZone()),
                        terms);
        return Answer.created(
                        "/api/v1/contacts/" + contact.id(),
                        ContactJson.of(portal.contacts().get(exchange.staff(), contact.id()), clock.instant()))
                .version(contact.version());
    }

    private Answer setTerms(Exchange exchange) throws IOException {
        Terms terms = exchange.body().json(ContactJson.TermsJson.class).terms();
        return AssignmentChanged.answer(
                portal.assignments().setTerms(exchange.staff(), id(exchange), terms, exchange.ifMatch()));
    }

    private Answer unassign(Exchange exchange) {
        portal.assignments().unassign(exchange.staff(), id(exchange));
        return Answer.done();
    }

    private Answer makeMain(Exchange exchange) {
        return AssignmentChanged.answer(portal.assignments().makeMain(exchange.staff(), id(exchange)));
    }

    private static AssignmentId id(Exchange exchange) {
        return new AssignmentId(ContactsApi.id(exchange), ClientsApi.id(exchange));
    }
}
