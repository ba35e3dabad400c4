package org.clientportal.storage.memory;

import static org.clientportal.storage.memory.Broken.in;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.document.Folder;
import org.clientportal.storage.ClientReader;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.ContactStore;
import org.clientportal.storage.FolderStore;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.clientportal.storage.WriteUnit;

/** What stores of records may do wrong: STO-10 to STO-21. */
final class RecordFaults {
    private static final List<Class<?>> CLIENTS = List.of(FaultyStorage.Clients.class);

    private RecordFaults() {}

    static List<Fault<Broken>> all() {
        return List.of(
                new Fault<>("ignores the scope", Set.of("STO-10"), CLIENTS, AnyScope::new),
                new Fault<>(
                        "does not look whether the parents are there",
                        Set.of("STO-11", "STO-17"),
                        List.of(FaultyStorage.Parents.class),
                        Orphans::new),
                new Fault<>(
                        "lets two practices not know the same person",
                        Set.of("STO-12"),
                        List.of(FaultyStorage.Contacts.class),
                        RecordFaults::emailsOfAllPractices),
                fault(
                        "keeps instants to the millisecond",
                        () -> inserting(c -> withCreatedAt(c, c.createdAt().truncatedTo(ChronoUnit.MILLIS))),
                        "STO-13"),
                fault(
                        "keeps text in another form",
                        () -> inserting(c -> c.changed(Normalizer.normalize(c.name(), Normalizer.Form.NFKD), c.type())),
                        "STO-13"),
                fault(
                        "does not compare versions",
                        () -> in("clients", ClientStore.class, "update", (clients, arguments, place) -> {
                            Client changed = (Client) arguments[0];
                            return clients.update(changed.withVersion(stored(clients, changed)
                                    .map(Client::version)
                                    .orElse(0L)));
                        }),
                        "STO-14"),
                fault(
                        "takes an update of nothing for done",
                        () -> in("clients", ClientStore.class, "update", (clients, arguments, place) -> {
                            Client changed = (Client) arguments[0];
                            return stored(clients, changed).isPresent() ? clients.update(changed) : changed;
                        }),
                        "STO-15",
                        "STO-10"),
                new Fault<>(
                        "does not say what is taken",
                        Set.of("STO-16"),
                        List.of(FaultyStorage.Uniques.class),
                        Nameless::new),
                fault(
                        "finds only one of many",
                        () -> in("clients", ClientStore.class, "findAll", (clients, arguments, place) -> {
                            Set<?> ids = (Set<?>) arguments[0];
                            return ids.isEmpty()
                                    ? Map.of()
                                    : clients.findAll(
                                            Set.of((ClientId) ids.iterator().next()));
                        }),
                        "STO-18"),
                fault(
                        "lets change what a unit has found",
                        () -> in(
                                "clients",
                                ClientStore.class,
                                "find",
                                (clients, arguments, place) -> unlocked(clients, arguments[0])),
                        "STO-20"),
                fault(
                        "lets no two units find the same record",
                        () -> in(
                                "clients",
                                ClientStore.class,
                                "find",
                                (clients, arguments, place) ->
                                        unlocked(clients, arguments[0]).map(client -> clients.lock(client.id()))),
                        "STO-20"),
                fault(
                        "locks nothing",
                        () -> in(
                                "clients",
                                ClientStore.class,
                                "lock",
                                (clients, arguments, place) -> unlocked(clients, arguments[0])
                                        .orElseGet(() -> clients.lock((ClientId) arguments[0]))),
                        "STO-21"));
    }

    private static Fault<Broken> fault(String what, Supplier<Broken> store, String... rules) {
        return new Fault<>(what, Set.of(rules), CLIENTS, store);
    }

    private static Broken inserting(Function<Client, Client> change) {
        return in("clients", ClientStore.class, "insert", (clients, arguments, place) -> {
            clients.insert(change.apply((Client) arguments[0]));
            return null;
        });
    }

    private static Client withCreatedAt(Client c, Instant at) {
        return new Client(c.id(), c.name(), c.type(), c.externalId(), at, c.deletedAt(), c.hold(), c.version());
    }

    private static Optional<Client> stored(ClientReader clients, Client client) {
        return unlocked(clients, client.id());
    }

    private static Optional<Client> unlocked(ClientReader clients, Object id) {
        return clients.findAll(Set.of((ClientId) id)).values().stream().findFirst();
    }

    private static Broken emailsOfAllPractices() {
        Map<EmailAddress, Scope> owners = new ConcurrentHashMap<>();
        return in("contacts", ContactStore.class, "insert", (contacts, arguments, place) -> {
            Contact contact = (Contact) arguments[0];
            contact.email()
                    .map(email -> owners.computeIfAbsent(email, first -> place.scope()))
                    .filter(owner -> !owner.equals(place.scope()))
                    .ifPresent(owner -> {
                        throw new UniqueViolation(UniqueKey.CONTACT_EMAIL);
                    });
            contacts.insert(contact);
            return null;
        });
    }

    private static final class AnyScope extends Broken {
        private final Set<Scope> scopes = ConcurrentHashMap.newKeySet();

        @Override
        WriteUnit spoil(WriteUnit unit, Place place) {
            scopes.add(place.scope());
            return replace(WriteUnit.class, unit, "clients", none -> {
                ClientStore clients = unit.clients();
                return replace(
                        ClientStore.class,
                        clients,
                        "find",
                        arguments -> clients.find((ClientId) arguments[0]).or(() -> anywhere((ClientId) arguments[0])));
            });
        }

        private Optional<Client> anywhere(ClientId id) {
            return scopes.stream()
                    .flatMap(scope -> new Place(right, scope)
                            .committed(view -> view.clients().find(id)).stream())
                    .findFirst();
        }
    }

    private static final class Orphans extends Broken {
        @Override
        WriteUnit spoil(WriteUnit unit, Place place) {
            return replace(WriteUnit.class, unit, "folders", none -> {
                FolderStore folders = unit.folders();
                return replace(FolderStore.class, folders, "insert", arguments -> {
                    Folder folder = (Folder) arguments[0];
                    if (!unit.clients().findAll(Set.of(folder.client())).isEmpty()) {
                        folders.insert(folder);
                    }
                    return null;
                });
            });
        }
    }

    private static final class Nameless extends Broken {
        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            try {
                return right.write(scope, work);
            } catch (UniqueViolation violation) {
                throw new UniqueViolation(UniqueKey.ID);
            }
        }
    }
}
