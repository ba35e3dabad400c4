package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.Page;

/** A person: what is known, at which clients, and why signing in worked or did not (CC-9, SI-9). */
public final class PersonPages {
    private static final String ONE = Places.CONTACTS + "/{contactId}";
    private static final int ROWS = 50;

    private final Desk desk;

    PersonPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, Audience.STAFF, "practice.contact", this::show),
                Route.post(ONE, Audience.STAFF, "practice.contact.change", this::change),
                Route.get(ONE + "/sign-ins", Audience.STAFF, "practice.contact.signIns", this::signIns));
    }

    /**
     * The page.
     *
     * @param state at this moment
     */
    public record View(ContactRow row, AccessState state, Form form, boolean admin) {
        public String name() {
            return row.contact().name().orElse("");
        }

        public String place() {
            return Places.person(row.contact().id());
        }
    }

    /** The history of signing in. */
    public record HistoryPage(ContactRow row, List<SignInAttempt> attempts, Optional<String> next) {
        public String name() {
            return row.contact().name().orElse("");
        }
    }

    private Answer show(Exchange exchange) {
        ContactRow row = desk.portal().contacts().get(exchange.staff(), Call.contact(exchange));
        return page(exchange, row, stored(row.contact()));
    }

    private Answer change(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ContactId id = Call.contact(exchange);
        return desk.posted(
                exchange,
                posted,
                () -> {
                    desk.portal()
                            .contacts()
                            .change(
                                    exchange.staff(),
                                    id,
                                    Profiles.read(posted),
                                    posted.checked("billable"),
                                    Optional.of(Typed.version(posted)));
                    return desk.done(exchange, Places.person(id), "practice.saved");
                },
                form -> page(exchange, desk.portal().contacts().get(exchange.staff(), id), form));
    }

    private Answer signIns(Exchange exchange) {
        ContactRow row = desk.portal().contacts().get(exchange.staff(), Call.contact(exchange));
        Page<SignInAttempt> page = desk.auth()
                .history()
                .contact(exchange.staff(), row.contact().id(), exchange.query().page(ROWS));
        String here = Places.person(row.contact().id()) + "/sign-ins";
        return desk.page(
                exchange,
                "signIns",
                new HistoryPage(row, page.items(), page.next().map(cursor -> here + "?cursor=" + cursor.encoded())));
    }

    private Answer page(Exchange exchange, ContactRow row, Form form) {
        AccessState state = row.contact().access().at(desk.now());
        return desk.page(exchange, "person", new View(row, state, form, Call.byAdmin(exchange)));
    }

    private static Form stored(Contact contact) {
        Map<String, String> values =
                new TreeMap<>(Profiles.write(contact.profile().orElseThrow()));
        if (contact.billable()) {
            values.put("billable", "true");
        }
        return Form.of(values);
    }
}
