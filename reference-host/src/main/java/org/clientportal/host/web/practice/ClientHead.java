package org.clientportal.host.web.practice;

import org.clientportal.host.http.Exchange;
import org.clientportal.model.client.Client;

/**
 * The head of a client's pages: its name, and the tabs that this member of the staff has.
 *
 * @param tab the one shown: {@code overview}, {@code contacts}, {@code documents} or {@code activity}
 */
public record ClientHead(Client client, String tab, boolean admin) {
    static ClientHead of(Desk desk, Exchange exchange, String tab) {
        Client client = desk.portal().clients().get(exchange.staff(), Call.client(exchange));
        return new ClientHead(client, tab, Call.byAdmin(exchange));
    }

    /** Where the client's pages begin. */
    public String place() {
        return Places.client(client.id());
    }
}
