package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of clients; also STO-27. */
public abstract class ClientListSuite extends ListSuite<Client> {
    protected ClientListSuite() {}

    @Override
    final Page<Client> page(ReadView view, PageRequest page) {
        return view.clients().list(new ClientQuery(Optional.empty(), Optional.empty(), false, page));
    }

    @Override
    final List<Client> fill() {
        add(samples.client("Gone").deleted(Samples.NOW));
        List<Client> clients = Stream.concat(Orders.NAMES.stream(), Orders.NAMES.stream())
                .map(name -> add(samples.client(name)))
                .toList();
        return Orders.byName(clients, Client::name, Client::id);
    }

    @Override
    final void come() {
        add(samples.client("!"));
    }

    @Override
    final void go(Client shown) {
        change(unit -> unit.clients().update(shown.deleted(Samples.NOW)));
    }

    @Override
    final boolean isByTime() {
        return false;
    }

    private Client named(String name) {
        return add(samples.client(name));
    }

    private void assertFound(String search, Client... expected) {
        see(view -> assertThat(view.clients()
                        .list(new ClientQuery(Optional.empty(), Optional.of(search), false, PageRequest.first(50)))
                        .items())
                .as("search for %s", search)
                .containsExactly(expected));
    }

    @Test
    @DisplayName("STO-24 a name that folds to many times its length is a place in the list like any other")
    void longFoldedNamesAreListed() {
        Client first = named("\uFDFA".repeat(200));
        Client second = named("\uFDFA".repeat(199) + "\uFDFB");
        List<Client> ordered = Orders.byName(List.of(first, second), Client::name, Client::id);

        see(view -> {
            Page<Client> page = page(view, PageRequest.first(1));
            assertThat(page.items()).containsExactly(ordered.get(0));
            assertThat(page(view, new PageRequest(1, page.next())).items()).containsExactly(ordered.get(1));
        });
    }

    @Test
    @DisplayName("STO-27 search finds parts of names whatever their case, marks and width")
    void searchIsFolded() {
        Client eclair = named("\u00C9clair GmbH");
        Client istanbul = named("\u0130stanbul \uFB01ne \uFF21rts");

        assertFound("ECLAIR", eclair);
        assertFound("e\u0301cLa", eclair);
        assertFound(" gmbh ", eclair);
        assertFound("istanbul", istanbul);
        assertFound("FINE ARTS", istanbul);
        assertFound("eclairs");
        assertFound("", eclair, istanbul);
    }

    @Test
    @DisplayName("STO-27 search takes %, _ and \\ as themselves")
    void searchHasNoWildcards() {
        Client percent = named("100% Cotton");
        Client under = named("snake_case");
        Client slash = named("back\\slash");
        named("1000 Cotton");
        named("snakeXcase");

        assertFound("%", percent);
        assertFound("100%", percent);
        assertFound("_", under);
        assertFound("e_c", under);
        assertFound("\\", slash);
        assertFound("k\\s", slash);
        assertFound("\\%");
        assertFound("'");
    }

    @Test
    @DisplayName("STO-25 clients are filtered by a set of ids, of which an empty one has no clients")
    void clientsAreFilteredById() {
        Client one = named("One");
        Client two = named("Two");
        named("Three");
        Client gone = add(samples.client("Gone").deleted(Samples.NOW));
        Client never = samples.client("Never stored");

        see(view -> {
            assertThat(within(view, Set.of(two.id(), one.id(), gone.id(), never.id()), false))
                    .containsExactly(one, two);
            assertThat(within(view, Set.of(one.id(), gone.id()), true)).containsExactly(gone);
            assertThat(within(view, Set.of(), false)).isEmpty();
        });
    }

    private static List<Client> within(ReadView view, Set<ClientId> ids, boolean deleted) {
        return view.clients()
                .list(new ClientQuery(Optional.of(ids), Optional.empty(), deleted, PageRequest.first(50)))
                .items();
    }
}
