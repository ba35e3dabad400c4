package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.auth.InvitationResult;
import org.clientportal.auth.InvitationWindow;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Refused;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;

/** The invite window (IN-3): who is ticked is invited, new people by name and email, and each row says what came of it. */
public final class InvitePages {
    private static final String INVITE = Places.CLIENTS + "/{clientId}/invite";
    /** How many new people fit into the window at once. */
    private static final int NEW_PEOPLE = 2;

    private final Desk desk;

    InvitePages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(INVITE, Audience.STAFF, "practice.client.invite.window", this::window),
                Route.post(INVITE, Audience.STAFF, "practice.client.invite", this::invite));
    }

    /**
     * The window.
     *
     * @param ticked who is to be invited
     * @param results what came of those who were, in words
     */
    public record Window(
            ClientHead head,
            List<InvitationWindow.Row> rows,
            Set<ContactId> ticked,
            Map<ContactId, String> results,
            Form form) {
        /** The numbers of the fields for new people. */
        public List<Integer> newPeople() {
            return List.of(1, NEW_PEOPLE);
        }
    }

    private Answer window(Exchange exchange) {
        InvitationWindow window = desk.auth().invitations().window(exchange.staff(), Call.client(exchange));
        return page(exchange, Set.of(), Map.of(), Form.of(Map.of("message", window.message())));
    }

    private Answer invite(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientId client = Call.client(exchange);
        Set<ContactId> ticked = new HashSet<>();
        Map<String, String> typed = new HashMap<>(posted.typed());
        Map<String, String> errors = new HashMap<>();
        return desk.posted(
                exchange,
                posted,
                () -> {
                    posted.all("contact").forEach(id -> ticked.add(ContactId.of(id)));
                    ticked.addAll(added(exchange, posted, typed, errors));
                    if (ticked.isEmpty() && errors.isEmpty()) {
                        throw new InvalidValue("contact", "nobody_ticked", "must name somebody");
                    }
                    return errors.isEmpty()
                            ? invited(exchange, client, ticked, posted)
                            : page(exchange, ticked, Map.of(), new Form(typed, errors))
                                    .status(422);
                },
                form -> page(exchange, ticked, Map.of(), new Form(typed, form.errors())));
    }

    /** Adds the new people, each for itself: one that is refused keeps what was typed, the others become ticked rows. */
    private List<ContactId> added(
            Exchange exchange, PostedForm posted, Map<String, String> typed, Map<String, String> errors) {
        List<ContactId> added = new ArrayList<>();
        for (int i = 1; i <= NEW_PEOPLE; i++) {
            String name = "name" + i;
            String email = "email" + i;
            if (posted.filled(name).isEmpty() && posted.filled(email).isEmpty()) {
                continue;
            }
            try {
                Contact.Profile profile =
                        Contact.Profile.of(posted.text(name), Optional.of(posted.value(email, EmailAddress::new)));
                added.add(desk.portal()
                        .contacts()
                        .addToClient(exchange.staff(), Call.client(exchange), profile, Terms.BASE)
                        .id());
                typed.remove(name);
                typed.remove(email);
            } catch (PortalException.Conflict | PortalException.Invalid | InvalidValue refused) {
                Form form = Refused.form(desk.words(exchange), Map.of(), refused);
                boolean blamesName = !form.error("name").isEmpty();
                errors.put(
                        blamesName ? name : email,
                        form.errors().values().iterator().next());
            }
        }
        return added;
    }

    private Answer invited(Exchange exchange, ClientId client, Set<ContactId> ticked, PostedForm posted) {
        List<InvitationResult> results = desk.auth()
                .invitations()
                .invite(exchange.staff(), client, List.copyOf(ticked), posted.filled("message"));
        if (results.stream().allMatch(InvitationResult::invited)) {
            return desk.done(exchange, Places.contacts(client), "practice.invite.done", results.size());
        }
        Texts t = desk.words(exchange);
        Map<ContactId, String> words = new HashMap<>();
        Set<ContactId> open = new HashSet<>();
        for (InvitationResult result : results) {
            Optional<PortalException> refusal = result.refusal();
            words.put(
                    result.contact(),
                    refusal.map(refused -> Refused.words(t, refused)).orElseGet(() -> t.get("practice.invite.sent")));
            refusal.ifPresent(refused -> open.add(result.contact()));
        }
        return page(exchange, open, words, Form.of(posted.typed())).status(422);
    }

    private Answer page(Exchange exchange, Set<ContactId> ticked, Map<ContactId, String> results, Form form) {
        ClientHead head = ClientHead.of(desk, exchange, "contacts");
        List<InvitationWindow.Row> rows = desk.auth()
                .invitations()
                .window(exchange.staff(), head.client().id())
                .rows();
        return desk.page(exchange, "invite", new Window(head, rows, Set.copyOf(ticked), Map.copyOf(results), form));
    }
}
