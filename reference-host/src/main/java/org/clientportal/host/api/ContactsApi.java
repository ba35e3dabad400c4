package org.clientportal.host.api;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.Require;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.storage.ContactQuery;

/** All contacts of the practice, for the firm. */
public final class ContactsApi {
    private static final String ALL = "/api/v1/contacts";
    private static final String ONE = ALL + "/{contactId}";
    private static final int PAGE = 50;

    private final Portal portal;
    private final Clock clock;

    public ContactsApi(Portal portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Audience.ADMIN, "contacts.list", this::list)
                        .withQuery("search", "state", "limit", "cursor"),
                Route.post(ALL, Audience.ADMIN, "contacts.add", this::add),
                Route.get(ONE, Audience.STAFF, "contacts.get", this::get),
                Route.patch(ONE, Audience.STAFF, "contacts.change", this::change),
                Route.delete(ONE, Audience.ADMIN, "contacts.delete", this::delete),
                Route.get(ONE + "/deletion", Audience.ADMIN, "contacts.previewDeletion", this::previewDeletion),
                Route.put(ONE + "/clients", Audience.ADMIN, "contacts.setClients", this::setClients));
    }

    record NewContact(
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> locale,
            Optional<String> timeZone,
            Map<String, ContactJson.TermsJson> clients,
            Optional<String> externalId) {}

    record Changes(
            Optional<String> name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> locale,
            Optional<String> timeZone,
            Optional<Boolean> billable) {}

    record Clients(Map<String, ContactJson.TermsJson> clients) {}

    private Answer list(Exchange exchange) {
        ContactQuery query = new ContactQuery(
                exchange.query().text("search"),
                exchange.query().choice("state", AccessState.class),
                clock.instant(),
                exchange.query().page(PAGE));
        return Answer.json(PageJson.of(
                portal.contacts().list(exchange.staff(), query), row -> ContactJson.of(row, clock.instant())));
    }

    private Answer add(Exchange exchange) throws IOException {
        NewContact body = exchange.body().json(NewContact.class);
        Contact contact = portal.contacts()
                .add(
                        exchange.staff(),
                        new AddContact(
                                ProfileJson.read(
                                        body.name(), body.email(), body.phone(), body.locale(), body.timeZone()),
                                terms(body.clients()),
                                body.externalId()));
        return Answer.created(ALL + "/" + contact.id(), json(exchange, contact.id()))
                .version(contact.version());
    }

    private Answer get(Exchange exchange) {
        return answer(exchange, id(exchange));
    }

    private Answer change(Exchange exchange) throws IOException {
        Changes body = exchange.body().json(Changes.class);
        Contact contact = portal.contacts().get(exchange.staff(), id(exchange)).contact();
        Contact.Profile old = contact.profile().orElseThrow();
        Contact.Profile profile = ProfileJson.read(
                body.name().orElse(old.name()),
                body.email().or(() -> old.email().map(EmailAddress::typed)),
                body.phone().or(() -> old.phone().map(PhoneNumber::value)),
                body.locale().or(() -> old.locale().map(Locale::toLanguageTag)),
                body.timeZone().or(() -> old.zone().map(ZoneId::getId)));
        Contact changed = portal.contacts()
                .change(
                        exchange.staff(),
                        contact.id(),
                        profile,
                        body.billable().orElse(contact.billable()),
                        Optional.of(exchange.ifMatch().orElse(contact.version())));
        return answer(exchange, changed.id());
    }

    private Answer delete(Exchange exchange) {
        return Answer.json(portal.deletion().delete(exchange.staff(), id(exchange)));
    }

    private Answer previewDeletion(Exchange exchange) {
        return Answer.json(portal.deletion().preview(exchange.staff(), id(exchange)));
    }

    private Answer setClients(Exchange exchange) throws IOException {
        Clients body = exchange.body().json(Clients.class);
        portal.assignments().setClients(exchange.staff(), id(exchange), terms(body.clients()));
        return answer(exchange, id(exchange));
    }

    private Answer answer(Exchange exchange, ContactId id) {
        ContactJson json = json(exchange, id);
        return Answer.json(json).version(json.version());
    }

    private ContactJson json(Exchange exchange, ContactId id) {
        ContactRow row = portal.contacts().get(exchange.staff(), id);
        return ContactJson.of(row, clock.instant());
    }

    private static Map<ClientId, Terms> terms(Map<String, ContactJson.TermsJson> clients) {
        Map<ClientId, Terms> terms = new HashMap<>();
        // Two names that differ in their letters' case are one id.
        clients.forEach((id, each) -> Require.that(
                terms.put(ClientId.of(id), each.terms()) == null, "clients", "repeated", "must name each client once"));
        return terms;
    }

    static ContactId id(Exchange exchange) {
        return exchange.path("contactId", ContactId::of);
    }
}
