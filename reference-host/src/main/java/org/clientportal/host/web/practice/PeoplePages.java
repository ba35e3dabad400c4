package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Tab;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.Page;

/** All Contacts (ADMIN): every contact of the practice, and adding one with its clients (CC-4, CC-5). */
public final class PeoplePages {
    private static final int ROWS = 50;

    private final Desk desk;

    PeoplePages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Places.CONTACTS, Audience.ADMIN, "practice.contacts", this::list),
                Route.get(Places.NEW_CONTACT, Audience.ADMIN, "practice.contacts.new", this::start),
                Route.post(Places.NEW_CONTACT, Audience.ADMIN, "practice.contacts.add", this::add));
    }

    /**
     * A person in the list.
     *
     * @param state at this moment
     */
    public record Line(ContactRow row, AccessState state) {
        public String name() {
            return row.contact().name().orElse("");
        }

        /** The clients' names. */
        public String clients() {
            return String.join(
                    ", ",
                    row.grants().stream().map(grant -> grant.client().name()).toList());
        }
    }

    /** The list. */
    public record ListPage(List<Line> rows, String search, String state, List<Tab> states, Optional<String> next) {
        /** Whether anything narrows the list. */
        public boolean narrowed() {
            return !search.isEmpty() || !state.isEmpty();
        }
    }

    /** The form of somebody new. */
    public record AddPage(Form form, ClientRows clients) {}

    private Answer list(Exchange exchange) {
        Optional<String> search = exchange.query().text("q");
        Optional<AccessState> state = exchange.query().choice("state", AccessState.class);
        ContactQuery query =
                new ContactQuery(search, state, desk.now(), exchange.query().page(ROWS));
        Page<ContactRow> page = desk.portal().contacts().list(exchange.staff(), query);
        Address here = Address.of(Places.CONTACTS).with("q", search).with("state", state.map(PeoplePages::word));
        return desk.page(
                exchange,
                "people",
                new ListPage(
                        page.items().stream()
                                .map(row -> new Line(row, row.contact().access().at(query.now())))
                                .toList(),
                        search.orElse(""),
                        state.map(PeoplePages::word).orElse(""),
                        states(here, state, desk.words(exchange)),
                        page.next()
                                .map(cursor ->
                                        here.with("cursor", cursor.encoded()).toString())));
    }

    private static List<Tab> states(Address here, Optional<AccessState> current, Texts t) {
        List<Tab> chips = new ArrayList<>();
        chips.add(Tab.of(t.get("practice.people.all"), here.without("state").toString(), current.isEmpty()));
        for (AccessState state : AccessState.values()) {
            boolean shown = current.filter(state::equals).isPresent();
            chips.add(Tab.of(
                    t.get("state." + state), here.with("state", word(state)).toString(), shown));
        }
        return chips;
    }

    private static String word(AccessState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Answer start(Exchange exchange) {
        return page(exchange, Form.EMPTY, new ClientRows(List.of(), ""));
    }

    private Answer add(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientRows clients = ClientRows.of(desk, exchange, posted);
        if (posted.checked("finding")) {
            return page(exchange, Form.of(posted.typed()), clients);
        }
        return desk.posted(
                exchange,
                posted,
                () -> {
                    Contact contact = desk.portal()
                            .contacts()
                            .add(
                                    exchange.staff(),
                                    new AddContact(Profiles.read(posted), clients.terms(), Optional.empty()));
                    return desk.done(
                            exchange,
                            Places.person(contact.id()),
                            "practice.contact.added",
                            contact.name().orElse(""));
                },
                form -> page(exchange, form, clients));
    }

    private Answer page(Exchange exchange, Form form, ClientRows clients) {
        return desk.page(exchange, "newPerson", new AddPage(form, clients.with(desk, exchange)));
    }
}
