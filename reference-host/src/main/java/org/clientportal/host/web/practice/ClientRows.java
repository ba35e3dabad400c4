package org.clientportal.host.web.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.storage.PageRequest;

/**
 * The clients of a form that chooses several, and more of them found by name: finding posts the form, so that nothing that
 * was ticked is lost, with or without scripts.
 *
 * @param rows the clients shown
 * @param find what was looked for
 */
public record ClientRows(List<ClientRow> rows, String find) {
    private static final int FOUND = 20;

    public ClientRows {
        rows = List.copyOf(rows);
    }

    /** The rows that were posted, and those found for what was typed into the search. */
    static ClientRows of(Desk desk, Exchange exchange, PostedForm posted) {
        List<ClientRow> rows = posted.all("shown").stream()
                .map(id -> ClientRow.of(desk.portal().clients().get(exchange.staff(), ClientId.of(id)), posted))
                .toList();
        return new ClientRows(rows, posted.text("find"));
    }

    /** These rows and the first clients of a name, which are not among them yet. */
    ClientRows with(Desk desk, Exchange exchange) {
        Map<ClientId, ClientRow> all = new LinkedHashMap<>();
        List<ClientRow> kept =
                find.isEmpty() ? rows : rows.stream().filter(ClientRow::ticked).toList();
        kept.forEach(row -> all.put(row.client().id(), row));
        List<Client> found = desk.portal()
                .clients()
                .list(exchange.staff(), Optional.of(find), PageRequest.first(FOUND))
                .items();
        found.forEach(client -> all.putIfAbsent(client.id(), ClientRow.offered(client)));
        return new ClientRows(new ArrayList<>(all.values()), find);
    }

    /** Those that are ticked. */
    Set<ClientId> ticked() {
        return terms().keySet();
    }

    /** The clients that are ticked, each with its terms. */
    Map<ClientId, Terms> terms() {
        return rows.stream()
                .filter(ClientRow::ticked)
                .collect(Collectors.toMap(row -> row.client().id(), ClientRow::terms));
    }
}
