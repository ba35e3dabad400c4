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
import org.clientportal.model.document.Document;

/** The legal hold on one document (DO-5); for administrators. */
final class DocumentHoldPages {
    private static final String HOLD = DocumentPages.ONE + "/hold";
    private static final String RELEASE = DocumentPages.ONE + "/release";

    private final Desk desk;

    DocumentHoldPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(HOLD, Audience.ADMIN, "practice.client.document.hold.ask", e -> ask(e, Form.EMPTY)),
                Route.post(HOLD, Audience.ADMIN, "practice.client.document.hold", this::hold),
                Route.post(RELEASE, Audience.ADMIN, "practice.client.document.release", this::release));
    }

    private Answer ask(Exchange exchange, Form form) {
        Document document = DocumentPages.row(desk, exchange).document();
        Texts t = desk.words(exchange);
        String place = Places.document(document.client(), document.id());
        return desk.ask(
                exchange,
                Question.why(
                        t.get("practice.hold.title", document.name().value()),
                        t.get("practice.hold.document"),
                        place + "/hold",
                        t.get("practice.hold.set"),
                        place,
                        form));
    }

    private Answer hold(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        Document document = DocumentPages.row(desk, exchange).document();
        return desk.posted(
                exchange,
                posted,
                () -> {
                    desk.portal().filing().hold(exchange.staff(), document.id(), Optional.of(posted.text("reason")));
                    return desk.done(exchange, Places.document(document.client(), document.id()), "practice.hold.done");
                },
                form -> ask(exchange, form));
    }

    private Answer release(Exchange exchange) {
        Document document = DocumentPages.row(desk, exchange).document();
        String back = Places.document(document.client(), document.id());
        return desk.pressed(exchange, back, () -> {
            desk.portal().filing().hold(exchange.staff(), document.id(), Optional.empty());
            return desk.done(exchange, back, "practice.release.done");
        });
    }
}
