package org.clientportal.host.web.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.core.outbox.Undelivered;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.view.Tab;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.storage.Page;

/** What needs somebody: mails that failed or came back (NO-1, IN-10). */
public final class AttentionPage {
    private static final int ROWS = 50;

    private final Desk desk;

    AttentionPage(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(Route.get(Places.ATTENTION, Audience.STAFF, "practice.attention", this::show));
    }

    /** The page. */
    public record View(List<Undelivered.Line> lines, List<Tab> states, Optional<String> next) {}

    private Answer show(Exchange exchange) {
        boolean bounced = exchange.query().flag("bounced");
        DeliveryState state = bounced ? DeliveryState.BOUNCED : DeliveryState.FAILED;
        Page<Undelivered.Line> page = desk.portal()
                .undelivered()
                .list(exchange.staff(), state, exchange.query().page(ROWS));
        Address here = Address.of(Places.ATTENTION).with("bounced", bounced);
        List<Tab> states = Stream.of(DeliveryState.FAILED, DeliveryState.BOUNCED)
                .map(one -> Tab.of(
                        desk.words(exchange).get("delivery." + one),
                        Address.of(Places.ATTENTION)
                                .with("bounced", one == DeliveryState.BOUNCED)
                                .toString(),
                        one == state))
                .toList();
        return desk.page(
                exchange,
                "attention",
                new View(
                        page.items(),
                        states,
                        page.next()
                                .map(cursor ->
                                        here.with("cursor", cursor.encoded()).toString())));
    }
}
