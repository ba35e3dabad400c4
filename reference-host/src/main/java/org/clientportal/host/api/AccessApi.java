package org.clientportal.host.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.auth.InvitationWindow;
import org.clientportal.auth.PortalAuth;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.session.SignInAttempt;

/** How contacts get in: invitations, links, and what came of signing in; for the firm. */
public final class AccessApi {
    private static final String INVITATIONS = "/api/v1/clients/{clientId}/invitations";
    private static final String CONTACT = "/api/v1/contacts/{contactId}";
    private static final int PAGE = 50;

    private final PortalAuth auth;

    public AccessApi(PortalAuth auth) {
        this.auth = auth;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(INVITATIONS, Audience.STAFF, "invitations.window", this::window),
                Route.post(INVITATIONS, Audience.STAFF, "invitations.send", this::invite),
                Route.post(CONTACT + "/magic-link", Audience.STAFF, "contacts.sendLink", this::sendLink),
                Route.post(CONTACT + "/revocation", Audience.ADMIN, "contacts.revoke", this::revoke),
                Route.get(CONTACT + "/sign-ins", Audience.STAFF, "contacts.signIns", this::signIns)
                        .withQuery("limit", "cursor"),
                Route.get("/api/v1/unknown-sign-ins", Audience.ADMIN, "signIns.unknown", this::unknown)
                        .withQuery("limit", "cursor"));
    }

    record Invitee(
            ContactId contactId,
            String name,
            Optional<String> email,
            Relationship relationship,
            boolean main,
            AccessState state,
            boolean invitable,
            Optional<DeliveryState> delivery,
            Optional<String> deliveryReason) {
        static Invitee of(InvitationWindow.Row row) {
            return new Invitee(
                    row.contact(),
                    row.name(),
                    row.email().map(EmailAddress::typed),
                    row.relationship(),
                    row.main(),
                    row.state(),
                    row.invitable(),
                    row.delivery().map(InvitationWindow.Delivery::state),
                    row.delivery().flatMap(InvitationWindow.Delivery::reason));
        }
    }

    record Window(String message, List<Invitee> contacts) {}

    record Invite(List<String> contactIds, Optional<String> message) {}

    record Invited(ContactId contactId, String result) {}

    record Attempt(
            Instant at, String outcome, Optional<String> typed, Optional<String> network, Optional<String> device) {
        static Attempt of(SignInAttempt attempt) {
            return new Attempt(attempt.at(), attempt.outcome(), attempt.typed(), attempt.network(), attempt.device());
        }
    }

    private Answer window(Exchange exchange) {
        InvitationWindow window = auth.invitations().window(exchange.staff(), client(exchange));
        return Answer.json(new Window(
                window.message(), window.rows().stream().map(Invitee::of).toList()));
    }

    private Answer invite(Exchange exchange) throws IOException {
        Invite body = exchange.body().json(Invite.class);
        List<ContactId> contacts = body.contactIds().stream().map(ContactId::of).toList();
        return Answer.json(
                auth.invitations().invite(exchange.staff(), client(exchange), contacts, body.message()).stream()
                        .map(result -> new Invited(result.contact(), result.code()))
                        .toList());
    }

    private Answer sendLink(Exchange exchange) {
        auth.links().send(exchange.staff(), ContactsApi.id(exchange));
        return Answer.done();
    }

    private Answer revoke(Exchange exchange) {
        return Answer.json(auth.invitations().revoke(exchange.staff(), ContactsApi.id(exchange)));
    }

    private Answer signIns(Exchange exchange) {
        return Answer.json(PageJson.of(
                auth.history()
                        .contact(
                                exchange.staff(),
                                ContactsApi.id(exchange),
                                exchange.query().page(PAGE)),
                Attempt::of));
    }

    private Answer unknown(Exchange exchange) {
        return Answer.json(PageJson.of(
                auth.history().unknown(exchange.staff(), exchange.query().page(PAGE)), Attempt::of));
    }

    private static ClientId client(Exchange exchange) {
        return ClientsApi.id(exchange);
    }
}
