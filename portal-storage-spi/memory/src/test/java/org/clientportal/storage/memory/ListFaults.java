package org.clientportal.storage.memory;

import static org.clientportal.storage.memory.Broken.in;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ClientReader;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.DocumentStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** What lists may do wrong: STO-24 to STO-28. */
final class ListFaults {
    private ListFaults() {}

    static List<Fault<Broken>> all() {
        return List.of(
                listing("pages by offset", ListFaults::byOffset, "STO-24"),
                listing("always says that there is more", ListFaults::withoutEnd, "STO-24"),
                listing(
                        "orders names as a locale does",
                        (clients, query) -> sorted(
                                clients.list(query),
                                Comparator.comparing(Client::name, Collator.getInstance(Locale.US))),
                        "STO-25"),
                listing(
                        "orders names by UTF-16 units",
                        (clients, query) -> sorted(
                                clients.list(query),
                                Comparator.comparing(Client::sortKey)
                                        .thenComparing(client -> client.id().toString())),
                        "STO-25"),
                listing("takes a cursor that it cannot read for the first page", ListFaults::forgiving, "STO-26"),
                listing("takes % and _ in a search for wildcards", ListFaults::withWildcards, "STO-27"),
                new Fault<>(
                        "counts what is not admitted",
                        Set.of("STO-28"),
                        List.of(FaultyStorage.Visibility.class),
                        () -> in("documents", DocumentStore.class, "countNew", ListFaults::countAll)),
                new Fault<>(
                        "lists what is hidden",
                        Set.of("STO-28"),
                        List.of(FaultyStorage.Visibility.class),
                        ListFaults::showingHidden));
    }

    private interface Listing {
        Page<Client> list(ClientReader clients, ClientQuery query);
    }

    private static Fault<Broken> listing(String what, Listing instead, String rule) {
        return new Fault<>(
                what,
                Set.of(rule),
                List.of(FaultyStorage.ClientList.class),
                () -> in(
                        "clients",
                        ClientStore.class,
                        "list",
                        (clients, arguments, place) -> instead.list(clients, (ClientQuery) arguments[0])));
    }

    private static ClientQuery with(ClientQuery query, Optional<String> search, PageRequest page) {
        return new ClientQuery(query.within(), search, query.deleted(), page);
    }

    private static List<Client> all(ClientReader clients, ClientQuery query, Optional<String> search) {
        return clients.list(with(query, search, PageRequest.first(PageRequest.MAX)))
                .items();
    }

    private static Page<Client> byOffset(ClientReader clients, ClientQuery query) {
        List<Client> all = all(clients, query, query.search());
        int from = query.page()
                .after()
                .map(cursor -> Integer.parseInt(cursor.key()))
                .orElse(0);
        int to = from + query.page().limit();
        return to >= all.size()
                ? new Page<>(all.subList(from, all.size()), Optional.empty())
                : new Page<>(all.subList(from, to), Optional.of(new Cursor("" + to, "offset")));
    }

    private static Page<Client> withoutEnd(ClientReader clients, ClientQuery query) {
        List<Client> items = clients.list(query).items();
        if (items.isEmpty()) {
            return new Page<>(items, Optional.empty());
        }
        Client last = items.get(items.size() - 1);
        return new Page<>(
                items, Optional.of(new Cursor(last.sortKey(), last.id().toString())));
    }

    private static Page<Client> sorted(Page<Client> page, Comparator<Client> order) {
        return new Page<>(page.items().stream().sorted(order).toList(), page.next());
    }

    private static Page<Client> forgiving(ClientReader clients, ClientQuery query) {
        try {
            return clients.list(query);
        } catch (InvalidValue malformed) {
            return clients.list(
                    with(query, query.search(), PageRequest.first(query.page().limit())));
        }
    }

    private static Page<Client> withWildcards(ClientReader clients, ClientQuery query) {
        Optional<Pattern> pattern = query.search()
                .map(text -> Pattern.compile(
                        Pattern.quote(text).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q")));
        List<Client> found = all(clients, query, Optional.empty()).stream()
                .filter(client ->
                        pattern.map(p -> p.matcher(client.sortKey()).find()).orElse(true))
                .toList();
        return new Page<>(found, Optional.empty());
    }

    private static Broken showingHidden() {
        return in("documents", DocumentStore.class, "list", (documents, arguments, place) -> {
            DocumentQuery q = (DocumentQuery) arguments[0];
            UnaryOperator<Visibility> open = v -> new Visibility(
                    v.breadth(), false, v.folders(), v.own(), v.addressed(), v.unaddressed(), v.viewer());
            Map<ClientId, Visibility> within = new HashMap<>(q.within());
            within.replaceAll((client, visibility) -> open.apply(visibility));
            return documents.list(new DocumentQuery(
                    within, q.trash(), q.folder(), q.year(), q.search(), q.firm(), q.viewer(), q.newAt(), q.page()));
        });
    }

    private static Object countAll(DocumentStore documents, Object[] arguments, Broken.Place place) {
        Map<ClientId, Visibility> within = new HashMap<>();
        ((Map<?, ?>) arguments[0]).keySet().forEach(client -> within.put((ClientId) client, Visibility.ALL));
        return documents.countNew(within, (ContactId) arguments[1], (Instant) arguments[2]);
    }
}
