package org.clientportal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.secret.SecretId;
import org.clientportal.storage.AttemptStore;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ClientReader;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.clientportal.storage.WriteUnit;
import org.clientportal.storage.tck.AttemptsSuite;
import org.clientportal.storage.tck.ClientListSuite;
import org.clientportal.storage.tck.ClientsSuite;
import org.clientportal.storage.tck.SecretsSuite;
import org.clientportal.storage.tck.StorageConformance;
import org.clientportal.storage.tck.UnitsSuite;
import org.clientportal.storage.tck.Writers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit itself: a right storage passes it, and each broken one fails by the rule that it breaks. */
class ConformanceKitTest {
    /** Some suites of the kit, not all. */
    abstract static class Adapter implements StorageConformance {
        private final PortalStorage storage;

        Adapter(PortalStorage storage) {
            this.storage = storage;
        }

        @Override
        public final PortalStorage storage() {
            return storage;
        }

        @Override
        public final PortalStorage another() {
            return MemoryStorage.create();
        }

        @Override
        public final boolean isDurable() {
            return false;
        }

        @Override
        public final Writers writers() {
            return Writers.COMPARE;
        }

        @Nested
        class Units extends UnitsSuite {}

        @Nested
        class Clients extends ClientsSuite {}

        @Nested
        class ClientList extends ClientListSuite {}

        @Nested
        class Secrets extends SecretsSuite {}

        @Nested
        class Attempts extends AttemptsSuite {}
    }

    static class Right extends Adapter {
        Right() {
            super(new BrokenStorage());
        }
    }

    @Test
    @DisplayName("a right storage fails nothing but the check for suites that it does not declare")
    void aRightStoragePasses() {
        assertThat(failuresOf(Right.class)).containsExactly("every suite of the kit is declared");
    }

    private static void assertBreaks(Class<? extends Adapter> adapter, String rule) {
        assertThat(failuresOf(adapter)).anyMatch(name -> name.startsWith(rule));
    }

    private static List<String> failuresOf(Class<? extends Adapter> adapter) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(adapter))
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    static class NoRollback extends Adapter {
        NoRollback() {
            super(new BrokenStorage() {
                @Override
                public <T> T write(Scope scope, Function<WriteUnit, T> work) {
                    AtomicReference<RuntimeException> thrown = new AtomicReference<>();
                    T result = right.write(scope, unit -> {
                        try {
                            return work.apply(unit);
                        } catch (RuntimeException e) {
                            thrown.set(e);
                            return null;
                        }
                    });
                    if (thrown.get() != null) {
                        throw thrown.get();
                    }
                    return result;
                }
            });
        }
    }

    @Test
    void aStorageThatDoesNotRollBackIsFound() {
        assertBreaks(NoRollback.class, "STO-01");
    }

    static class NoSnapshot extends Adapter {
        NoSnapshot() {
            super(new BrokenStorage() {
                @Override
                public <T> T read(Scope scope, Function<ReadView, T> work) {
                    WriteUnit view = alone(
                            WriteUnit.class,
                            "clients",
                            none -> alone(
                                    ClientStore.class,
                                    "list",
                                    arguments -> right.read(
                                            scope, fresh -> fresh.clients().list((ClientQuery) arguments[0]))));
                    return work.apply(view);
                }
            });
        }
    }

    @Test
    void aStorageThatShowsWhatIsCommittedMeanwhileIsFound() {
        assertBreaks(NoSnapshot.class, "STO-04");
    }

    static class NoCompareAndSwap extends Adapter {
        NoCompareAndSwap() {
            super(new BrokenStorage("clients", ClientStore.class, "update", (clients, arguments) -> {
                Client changed = (Client) arguments[0];
                long stored = clients.find(changed.id()).map(Client::version).orElse(0L);
                return clients.update(changed.withVersion(stored));
            }));
        }
    }

    @Test
    void aStorageThatDoesNotCompareVersionsIsFound() {
        assertBreaks(NoCompareAndSwap.class, "STO-14");
    }

    static class FindsWithoutLock extends Adapter {
        FindsWithoutLock() {
            super(new BrokenStorage(
                    "clients", ClientStore.class, "find", (clients, arguments) -> unlocked(clients, arguments[0])));
        }
    }

    @Test
    void aStorageThatLetsFoundRecordsChangeIsFound() {
        assertBreaks(FindsWithoutLock.class, "STO-20");
    }

    static class LocksNothing extends Adapter {
        LocksNothing() {
            super(new BrokenStorage(
                    "clients",
                    ClientStore.class,
                    "lock",
                    (clients, arguments) ->
                            unlocked(clients, arguments[0]).orElseGet(() -> clients.lock((ClientId) arguments[0]))));
        }
    }

    private static Optional<Client> unlocked(ClientReader clients, Object id) {
        return clients.findAll(Set.of((ClientId) id)).values().stream().findFirst();
    }

    @Test
    void aStorageThatLocksNothingIsFound() {
        assertBreaks(LocksNothing.class, "STO-21");
    }

    static class IgnoresTheScope extends Adapter {
        IgnoresTheScope() {
            super(new BrokenStorage() {
                private final Set<Scope> scopes = ConcurrentHashMap.newKeySet();

                @Override
                public <T> T write(Scope scope, Function<WriteUnit, T> work) {
                    scopes.add(scope);
                    return right.write(scope, work);
                }

                @Override
                public <T> T read(Scope scope, Function<ReadView, T> work) {
                    WriteUnit view = alone(
                            WriteUnit.class,
                            "clients",
                            none -> alone(
                                    ClientStore.class, "find", arguments -> findAnywhere((ClientId) arguments[0])));
                    return work.apply(view);
                }

                private Optional<Client> findAnywhere(ClientId id) {
                    return scopes.stream()
                            .flatMap(scope ->
                                    right.read(scope, view -> view.clients().find(id)).stream())
                            .findFirst();
                }
            });
        }
    }

    @Test
    void aStorageThatIgnoresTheScopeIsFound() {
        assertBreaks(IgnoresTheScope.class, "STO-10 from another practice a record");
    }

    static class CoarseInstants extends Adapter {
        CoarseInstants() {
            super(new BrokenStorage("clients", ClientStore.class, "insert", (clients, arguments) -> {
                Client c = (Client) arguments[0];
                Instant coarse = c.createdAt().truncatedTo(ChronoUnit.MILLIS);
                clients.insert(new Client(
                        c.id(), c.name(), c.type(), c.externalId(), coarse, c.deletedAt(), c.hold(), c.version()));
                return null;
            }));
        }
    }

    @Test
    void aStorageOfCoarseInstantsIsFound() {
        assertBreaks(CoarseInstants.class, "STO-13");
    }

    static class SurvivesDuplicates extends Adapter {
        SurvivesDuplicates() {
            super(new BrokenStorage("clients", ClientStore.class, "insert", (clients, arguments) -> {
                Client client = (Client) arguments[0];
                if (clients.find(client.id()).isPresent()) {
                    throw new UniqueViolation(UniqueKey.ID);
                }
                clients.insert(client);
                return null;
            }));
        }
    }

    @Test
    void aStorageThatCommitsAfterAnErrorIsFound() {
        assertBreaks(SurvivesDuplicates.class, "STO-05");
    }

    static class OffsetPages extends Adapter {
        OffsetPages() {
            super(new BrokenStorage("clients", ClientStore.class, "list", (clients, arguments) -> {
                ClientQuery q = (ClientQuery) arguments[0];
                PageRequest whole = PageRequest.first(PageRequest.MAX);
                List<Client> all = clients.list(new ClientQuery(q.within(), q.search(), q.deleted(), whole))
                        .items();
                int from = q.page()
                        .after()
                        .map(cursor -> Integer.parseInt(cursor.key()))
                        .orElse(0);
                int to = from + q.page().limit();
                return to >= all.size()
                        ? new Page<>(all.subList(from, all.size()), Optional.empty())
                        : new Page<>(all.subList(from, to), Optional.of(new Cursor("" + to, "offset")));
            }));
        }
    }

    @Test
    void aStorageThatPagesByOffsetIsFound() {
        assertBreaks(OffsetPages.class, "STO-24");
    }

    static class RedeemsTwice extends Adapter {
        RedeemsTwice() {
            super(new BrokenStorage("secrets", SecretStore.class, "redeem", (secrets, arguments) -> {
                secrets.redeem((SecretId) arguments[0], (Instant) arguments[1]);
                return true;
            }));
        }
    }

    @Test
    void aStorageThatRedeemsTwiceIsFound() {
        assertBreaks(RedeemsTwice.class, "STO-30");
    }

    static class CountsWithoutLock extends Adapter {
        CountsWithoutLock() {
            super(new BrokenStorage("attempts", AttemptStore.class, "lock", (attempts, arguments) -> List.of()));
        }
    }

    @Test
    void aStorageThatCountsTriesWithoutALockIsFound() {
        assertBreaks(CountsWithoutLock.class, "STO-31");
    }
}
