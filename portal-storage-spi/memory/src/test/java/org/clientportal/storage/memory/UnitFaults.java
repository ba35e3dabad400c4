package org.clientportal.storage.memory;

import static org.clientportal.storage.memory.Broken.elsewhere;
import static org.clientportal.storage.memory.Broken.in;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.model.client.Client;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.clientportal.storage.WriteUnit;
import org.clientportal.storage.tck.Writers;

/** What whole units may do wrong: STO-01 to STO-09, STO-22 and STO-70. */
final class UnitFaults {
    private UnitFaults() {}

    static List<Fault<Broken>> all() {
        return List.of(
                fault("keeps what was written before the work threw", NoRollback::new, "STO-01"),
                fault(
                        "looks at what is committed, and not at its own unit",
                        () -> in(
                                "clients",
                                ClientStore.class,
                                "list",
                                (clients, arguments, place) ->
                                        place.committed(view -> view.clients().list((ClientQuery) arguments[0]))),
                        "STO-02",
                        "STO-04"),
                fault(
                        "commits each write at once",
                        () -> in(
                                "clients",
                                ClientStore.class,
                                "insert",
                                (clients, arguments, place) -> place.apart(unit -> {
                                    unit.clients().insert((Client) arguments[0]);
                                    return null;
                                })),
                        "STO-01",
                        "STO-03"),
                fault(
                        "commits although a violation was swallowed",
                        () -> in("clients", ClientStore.class, "insert", (clients, arguments, place) -> {
                            Client client = (Client) arguments[0];
                            if (clients.find(client.id()).isPresent()) {
                                throw new UniqueViolation(UniqueKey.ID);
                            }
                            clients.insert(client);
                            return null;
                        }),
                        "STO-05"),
                fault("runs units inside units", Nesting::new, "STO-06"),
                fault("works on after it was closed", NeverClosed::new, "STO-07"),
                fault("wraps what the work throws", Wrapping::new, "STO-08"),
                fault("forgets everything when it is closed", Forgetting::new, "STO-09"),
                new Fault<>(
                        "says that writers take turns, and lets them meet",
                        Set.of("STO-20", "STO-21", "STO-31"),
                        List.of(FaultyStorage.Clients.class, FaultyStorage.Attempts.class),
                        () -> new Broken() {
                            @Override
                            Writers writers() {
                                return Writers.TAKE_TURNS;
                            }
                        }),
                fault("says that it joins a transaction that nobody began", Presuming::new, "STO-70"),
                fault("gives up where another unit was in the way", GivingUp::new, "STO-22"));
    }

    private static Fault<Broken> fault(String what, Supplier<Broken> store, String... rules) {
        return new Fault<>(what, Set.of(rules), List.of(FaultyStorage.Units.class), store);
    }

    private static final class NoRollback extends Broken {
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
    }

    private static final class Nesting extends Broken {
        @Override
        public <T> T read(Scope scope, Function<ReadView, T> work) {
            return elsewhere(() -> right.read(scope, work));
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            return elsewhere(() -> right.write(scope, work));
        }
    }

    private static final class NeverClosed extends Broken {
        @Override
        PortalStorage another() {
            return this;
        }

        @Override
        public void close() {}
    }

    private static final class Wrapping extends Broken {
        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            return right.write(scope, unit -> {
                try {
                    return work.apply(unit);
                } catch (RuntimeException e) {
                    throw new IllegalStateException("unit failed", e);
                }
            });
        }
    }

    private static final class Forgetting extends Broken {
        @Override
        PortalStorage another() {
            return MemoryStorage.create();
        }
    }

    private static final class Presuming extends Broken {
        @Override
        public boolean joins() {
            return true;
        }
    }

    private static final class GivingUp extends Broken {
        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            try {
                return right.write(scope, work);
            } catch (TransientConflict conflict) {
                throw new StorageUnavailable("busy", conflict);
            }
        }
    }
}
