package org.clientportal.host.web.client;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Folders;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.page.Asked;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.document.Folder;

/**
 * The contact's businesses, and which of them the address asks for: a stale tab acts on the business it shows (DA-2).
 *
 * @param all those with access, by name
 * @param chosen the one asked for; absent: all are shown
 */
public record Businesses(List<Client> all, Optional<Client> chosen) {
    static final String PARAMETER = "client";

    public Businesses {
        all = List.copyOf(all);
    }

    /** @throws org.clientportal.core.error.PortalException.NotFound for a business that is not the contact's */
    static Businesses of(Exchange exchange) {
        List<Client> all = exchange.contactSession().orElseThrow(Refusals::notFound).grants().stream()
                .filter(Grant::isEffective)
                .map(Grant::client)
                .sorted(Comparator.comparing(Client::sortKey))
                .toList();
        return new Businesses(
                all,
                Asked.query(exchange, PARAMETER, ClientId::of)
                        .map(id -> find(all, id).orElseThrow(Refusals::notFound)));
    }

    /** Whether the business must be named on every item. */
    public boolean several() {
        return all.size() > 1 && chosen.isEmpty();
    }

    /** Those whose things are shown. */
    List<Client> shown() {
        return chosen.map(List::of).orElse(all);
    }

    /** The folders into which the contact may add, business by business (DO-10). */
    List<Folder> folders(Folders folders, Actor actor) {
        return shown().stream()
                .flatMap(client -> folders.list(actor, client.id()).stream())
                .toList();
    }

    /** The one asked for as a filter; empty: all. */
    Set<ClientId> filter() {
        return chosen.map(client -> Set.of(client.id())).orElse(Set.of());
    }

    Optional<ClientId> chosenId() {
        return chosen.map(Client::id);
    }

    /** A page's address for the business asked for. */
    Address address(String path) {
        return Address.of(path).with(PARAMETER, chosenId());
    }

    /** The name to put on an item; empty where it goes without saying. */
    String label(ClientId id) {
        return several() ? find(all, id).map(Client::name).orElse("") : "";
    }

    /** The name of one of them. */
    String name(ClientId id) {
        return find(all, id).map(Client::name).orElse("");
    }

    private static Optional<Client> find(List<Client> all, ClientId id) {
        return all.stream().filter(client -> client.id().equals(id)).findFirst();
    }
}
