package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Asked;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;

/** The practice's staff: who there is, adding somebody, and what each may (PR-3, PR-5); for administrators. */
public final class StaffPages {
    private static final String ONE = Places.STAFF + "/{staffId}";

    private final Desk desk;

    StaffPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Places.STAFF, Audience.ADMIN, "practice.staff", this::list),
                Route.get(Places.NEW_STAFF, Audience.ADMIN, "practice.staff.new", this::start),
                Route.post(Places.NEW_STAFF, Audience.ADMIN, "practice.staff.add", this::add),
                Route.get(ONE, Audience.ADMIN, "practice.staff.member", this::show),
                Route.post(ONE, Audience.ADMIN, "practice.staff.change", this::change));
    }

    /** The list. */
    public record ListPage(List<StaffMember> staff) {}

    /**
     * The form of one member.
     *
     * @param member absent: somebody new
     */
    public record MemberPage(Optional<StaffMember> member, Form form, ClientRows clients) {
        /** Where the form posts to. */
        public String place() {
            return member.map(one -> Places.staff(one.id())).orElse(Places.NEW_STAFF);
        }
    }

    private Answer list(Exchange exchange) {
        return desk.page(exchange, "staff", new ListPage(desk.portal().staff().list(exchange.staff())));
    }

    private Answer start(Exchange exchange) {
        return page(
                exchange,
                Optional.empty(),
                Form.of(Map.of("role", StaffRole.MEMBER.name(), "access", "all", "active", "true")),
                new ClientRows(List.of(), ""));
    }

    private Answer add(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        ClientRows clients = ClientRows.of(desk, exchange, posted);
        if (posted.checked("finding")) {
            return page(exchange, Optional.empty(), Form.of(posted.typed()), clients);
        }
        return desk.posted(
                exchange,
                posted,
                () -> {
                    AddStaff command = new AddStaff(
                            posted.value("email", EmailAddress::new),
                            posted.text("name"),
                            Typed.choice(posted, "role", StaffRole.class),
                            posted.checked("impersonates"),
                            access(posted, clients.ticked()));
                    StaffMember member = desk.portal().staff().add(exchange.staff(), command);
                    return desk.done(exchange, Places.STAFF, "practice.staff.added", member.name());
                },
                form -> page(exchange, Optional.empty(), form, clients));
    }

    private Answer show(Exchange exchange) {
        StaffMember member = member(exchange);
        Map<String, String> values = new TreeMap<>();
        values.put("role", member.role().name());
        values.put("access", member.access().all() ? "all" : "named");
        if (member.impersonates()) {
            values.put("impersonates", "true");
        }
        if (member.active()) {
            values.put("active", "true");
        }
        List<ClientRow> rows = member.access().named().stream()
                .flatMap(id -> living(exchange, id).stream())
                .toList();
        return page(exchange, Optional.of(member), Form.of(values), new ClientRows(rows, ""));
    }

    private Answer change(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        StaffMember member = member(exchange);
        ClientRows clients = ClientRows.of(desk, exchange, posted);
        if (posted.checked("finding")) {
            return page(exchange, Optional.of(member), Form.of(posted.typed()), clients);
        }
        return desk.posted(
                exchange,
                posted,
                () -> {
                    // A client that is deleted is not shown, and comes back into reach when it is restored.
                    Set<ClientId> named = new HashSet<>(member.access().named());
                    clients.rows().forEach(row -> named.remove(row.client().id()));
                    named.addAll(clients.ticked());
                    ChangeStaff command = new ChangeStaff(
                            member.id(),
                            Typed.choice(posted, "role", StaffRole.class),
                            posted.checked("impersonates"),
                            access(posted, named),
                            posted.checked("active"),
                            Optional.of(Typed.version(posted)));
                    desk.portal().staff().change(exchange.staff(), command);
                    return desk.done(exchange, Places.STAFF, "practice.saved");
                },
                form -> page(exchange, Optional.of(member(exchange)), form, clients));
    }

    private Answer page(Exchange exchange, Optional<StaffMember> member, Form form, ClientRows clients) {
        return desk.page(exchange, "staffMember", new MemberPage(member, form, clients.with(desk, exchange)));
    }

    private StaffMember member(Exchange exchange) {
        StaffId id = Asked.path(exchange, "staffId", StaffId::of);
        return desk.portal().staff().list(exchange.staff()).stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    private Optional<ClientRow> living(Exchange exchange, ClientId id) {
        try {
            return Optional.of(ClientRow.ticked(desk.portal().clients().get(exchange.staff(), id)));
        } catch (PortalException.NotFound deleted) {
            return Optional.empty();
        }
    }

    private static ClientAccess access(PostedForm posted, Set<ClientId> named) {
        return posted.text("access").equals("named") ? ClientAccess.only(named) : ClientAccess.ALL;
    }
}
