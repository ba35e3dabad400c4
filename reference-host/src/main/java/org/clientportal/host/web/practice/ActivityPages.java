package org.clientportal.host.web.practice;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.audit.Verification;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.Page;

/** What happened, in words, and whether the record of it is whole (AU-1); unknown people at the door (SI-9). */
public final class ActivityPages {
    private static final String OF_CLIENT = Places.CLIENTS + "/{clientId}/activity";
    private static final int ROWS = 50;

    private final Desk desk;

    ActivityPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Places.ACTIVITY, Audience.ADMIN, "practice.activity", this::all),
                Route.get(OF_CLIENT, Audience.ADMIN, "practice.client.activity", this::ofClient),
                Route.get(Places.ACTIVITY + "/unknown", Audience.ADMIN, "practice.activity.unknown", this::unknown),
                Route.get(Places.ACTIVITY + "/check", Audience.ADMIN, "practice.activity.check", this::check));
    }

    /**
     * One thing that happened.
     *
     * @param actor who did it
     * @param words what was done, as the rest of a sentence
     * @param client at which client; empty if at none
     */
    public record Line(AuditRecord record, String actor, String words, String client) {}

    /** All that happened. */
    public record ListPage(List<Line> lines, Optional<String> next) {}

    /** What happened at one client. */
    public record ClientPage(ClientHead head, List<Line> lines, Optional<String> next) {}

    /** Unknown people's tries to sign in. */
    public record UnknownPage(List<SignInAttempt> attempts, Optional<String> next) {}

    private Answer all(Exchange exchange) {
        Page<AuditEntry> page = list(exchange, Optional.empty());
        return desk.page(exchange, "activity", new ListPage(lines(exchange, page), next(page, Places.ACTIVITY)));
    }

    private Answer ofClient(Exchange exchange) {
        ClientHead head = ClientHead.of(desk, exchange, "activity");
        Page<AuditEntry> page = list(exchange, Optional.of(head.client().id()));
        return desk.page(
                exchange,
                "clientActivity",
                new ClientPage(head, lines(exchange, page), next(page, head.place() + "/activity")));
    }

    private Page<AuditEntry> list(Exchange exchange, Optional<ClientId> client) {
        AuditQuery query = new AuditQuery(
                client,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                exchange.query().page(ROWS));
        return desk.portal().audit().list(exchange.staff(), query);
    }

    private List<Line> lines(Exchange exchange, Page<AuditEntry> page) {
        Texts t = desk.words(exchange);
        List<AuditRecord> records =
                page.items().stream().map(AuditEntry::record).toList();
        ActivityNames names = ActivityNames.of(desk.portal(), exchange.staff(), records, t);
        return records.stream()
                .map(record -> new Line(
                        record,
                        names.actor(record.actor()),
                        t.find("activity." + record.action(), names.object(record))
                                .orElse(record.action()),
                        record.client().map(names::client).orElse("")))
                .toList();
    }

    private static <T> Optional<String> next(Page<T> page, String here) {
        return page.next()
                .map(cursor -> Address.of(here).with("cursor", cursor.encoded()).toString());
    }

    private Answer unknown(Exchange exchange) {
        Page<SignInAttempt> page =
                desk.auth().history().unknown(exchange.staff(), exchange.query().page(ROWS));
        return desk.page(
                exchange, "unknownSignIns", new UnknownPage(page.items(), next(page, Places.ACTIVITY + "/unknown")));
    }

    private Answer check(Exchange exchange) {
        Verification found = desk.portal().audit().verify(exchange.staff());
        return desk.page(exchange, "activityCheck", found);
    }
}
