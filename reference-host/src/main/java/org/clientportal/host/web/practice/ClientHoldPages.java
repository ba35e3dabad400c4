package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;

/** The legal hold on everything of a client (DO-5); for administrators. */
public final class ClientHoldPages {
    private static final String HOLD = Places.CLIENTS + "/{clientId}/hold";
    private static final String RELEASE = Places.CLIENTS + "/{clientId}/release";

    private final Desk desk;

    ClientHoldPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(HOLD, Audience.ADMIN, "practice.client.hold.ask", e -> ask(e, Form.EMPTY)),
                Route.post(HOLD, Audience.ADMIN, "practice.client.hold", this::hold),
                Route.get(RELEASE, Audience.ADMIN, "practice.client.release.ask", this::askRelease),
                Route.post(RELEASE, Audience.ADMIN, "practice.client.release", this::release));
    }

    private Answer ask(Exchange exchange, Form form) {
        Client client = desk.portal().clients().get(exchange.staff(), Call.client(exchange));
        Texts t = desk.words(exchange);
        String place = Places.client(client.id());
        return desk.ask(
                exchange,
                Question.why(
                        t.get("practice.hold.title", client.name()),
                        t.get("practice.hold.client"),
                        place + "/hold",
                        t.get("practice.hold.set"),
                        place,
                        form));
    }

    private Answer hold(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientId id = Call.client(exchange);
        return desk.posted(
                exchange,
                posted,
                () -> {
                    desk.portal().filing().hold(exchange.staff(), id, Optional.of(posted.text("reason")));
                    return desk.done(exchange, Places.client(id), "practice.hold.done");
                },
                form -> ask(exchange, form));
    }

    private Answer askRelease(Exchange exchange) {
        Client client = desk.portal().clients().get(exchange.staff(), Call.client(exchange));
        Texts t = desk.words(exchange);
        String place = Places.client(client.id());
        return desk.ask(
                exchange,
                Question.danger(
                        t.get("practice.release.title", client.name()),
                        t.get("practice.release.client"),
                        place + "/release",
                        t.get("practice.hold.lift"),
                        place));
    }

    private Answer release(Exchange exchange) {
        ClientId id = Call.client(exchange);
        return desk.pressed(exchange, Places.client(id), () -> {
            desk.portal().filing().hold(exchange.staff(), id, Optional.empty());
            return desk.done(exchange, Places.client(id), "practice.release.done");
        });
    }
}
