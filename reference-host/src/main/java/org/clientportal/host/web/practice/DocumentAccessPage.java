package org.clientportal.host.web.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.core.access.Explanation;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.contact.ContactId;

/** Who can see a document, and why or why not: the very decision that guards it, in words (PM-10). */
public final class DocumentAccessPage {
    private final Desk desk;

    DocumentAccessPage(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(Route.get(
                DocumentPages.ONE + "/access", Audience.STAFF, "practice.client.document.access", this::show));
    }

    /** One contact and what was decided. */
    public record Line(ContactRow contact, Explanation explanation) {
        public String name() {
            return contact.contact().name().orElse("");
        }

        /** The key of the sentence that tells why. */
        public String why() {
            return explanation.allowed() ? "explain." + explanation.rule() : "explain." + explanation.reason();
        }
    }

    /** The page. */
    public record View(ClientHead head, DocumentLine document, List<Line> lines) {}

    private Answer show(Exchange exchange) {
        ClientHead head = ClientHead.of(desk, exchange, "documents");
        DocumentLine document =
                DocumentLines.of(desk, exchange, head.client().id()).line(DocumentPages.row(desk, exchange));
        Map<ContactId, ContactRow> contacts =
                desk
                        .portal()
                        .contacts()
                        .ofClient(exchange.staff(), head.client().id())
                        .stream()
                        .collect(Collectors.toMap(row -> row.contact().id(), Function.identity()));
        List<Line> lines = desk
                .portal()
                .explain()
                .whoSees(exchange.staff(), document.document().id())
                .stream()
                .flatMap(
                        explanation -> Optional.ofNullable(contacts.get(explanation.contact()))
                                .map(row -> new Line(row, explanation))
                                .stream())
                .toList();
        return desk.page(exchange, "access", new View(head, document, lines));
    }
}
