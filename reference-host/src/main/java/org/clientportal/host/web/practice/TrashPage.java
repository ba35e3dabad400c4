package org.clientportal.host.web.practice;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Address;
import org.clientportal.storage.Page;

/** A client's trash: what was deleted within 30 days, by whomever, and the way back (DO-5). */
public final class TrashPage {
    private static final String TRASH = Places.CLIENTS + "/{clientId}/trash";
    private static final int ROWS = 50;

    private final Desk desk;

    TrashPage(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(Route.get(TRASH, Audience.STAFF, "practice.client.trash", this::show));
    }

    /** The page. */
    public record View(ClientHead head, List<DocumentLine> rows, Optional<String> next) {}

    private Answer show(Exchange exchange) {
        ClientHead head = ClientHead.of(desk, exchange, "documents");
        Page<DocumentRow> page = desk.portal()
                .documents()
                .trash(exchange.staff(), head.client().id(), exchange.query().page(ROWS));
        DocumentLines lines = DocumentLines.of(desk, exchange, head.client().id());
        Optional<String> next = page.next()
                .map(cursor -> Address.of(head.place() + "/trash")
                        .with("cursor", cursor.encoded())
                        .toString());
        return desk.page(
                exchange,
                "trash",
                new View(head, page.items().stream().map(lines::line).toList(), next));
    }
}
