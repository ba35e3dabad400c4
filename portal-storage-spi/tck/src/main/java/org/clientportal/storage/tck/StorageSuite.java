package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.Folder;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all suites share: the storage under test, and a stored practice that no other test uses. */
@ExtendWith(StorageSuite.Opening.class)
// Turns a hang into a failure (STO-22); no test comes near it.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Set before each test, by the extension.
public abstract class StorageSuite {
    /** How many units a race has. */
    static final int RUNNERS = 4;

    StorageConformance adapter;
    PortalStorage storage;
    Samples samples;
    Scope scope;

    StorageSuite() {}

    static final class Opening implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            context.getRequiredTestInstances()
                    .findInstance(StorageSuite.class)
                    .orElseThrow()
                    .open(context.getRequiredTestInstances()
                            .findInstance(StorageConformance.class)
                            .orElseThrow(() -> new IllegalStateException(
                                    "declare the suite inside a test that implements StorageConformance")));
        }
    }

    private void open(StorageConformance opened) {
        adapter = opened;
        storage = opened.storage();
        samples = storedPractice();
        scope = samples.scope();
    }

    /** Another practice, stored. */
    final Samples storedPractice() {
        Samples fresh = Samples.fresh();
        change(fresh.scope(), unit -> unit.practices().insert(fresh.practice()));
        return fresh;
    }

    final <T> T read(Function<ReadView, T> work) {
        return storage.read(scope, work);
    }

    /** One of each thing that others refer to, stored. */
    final Family storedFamily(Samples of) {
        Family family = Family.of(of);
        change(of.scope(), unit -> {
            unit.staff().insert(family.staff());
            unit.clients().insert(family.client());
            unit.contacts().insert(family.contact());
            unit.folders().insert(family.folder());
            unit.documents().insert(family.document());
        });
        return family;
    }

    final Client add(Client client) {
        change(unit -> unit.clients().insert(client));
        return client;
    }

    final Contact add(Contact contact) {
        change(unit -> unit.contacts().insert(contact));
        return contact;
    }

    final StaffMember add(StaffMember member) {
        change(unit -> unit.staff().insert(member));
        return member;
    }

    final Folder add(Folder folder) {
        change(unit -> unit.folders().insert(folder));
        return folder;
    }

    /** Looks at this test's practice in a read unit. */
    final void see(Consumer<ReadView> look) {
        see(scope, look);
    }

    final void see(Scope in, Consumer<ReadView> look) {
        storage.read(in, view -> {
            look.accept(view);
            return true;
        });
    }

    /** Writes in this test's practice, as often as it takes. */
    final <T> T write(Function<WriteUnit, T> work) {
        return write(scope, work);
    }

    final <T> T write(Scope in, Function<WriteUnit, T> work) {
        return again(() -> storage.write(in, work));
    }

    /** Writes in this test's practice without a result, as often as it takes. */
    final void change(Consumer<WriteUnit> work) {
        change(scope, work);
    }

    final void change(Scope in, Consumer<WriteUnit> work) {
        write(in, unit -> {
            work.accept(unit);
            return true;
        });
    }

    /** Runs a unit across practices, as often as it takes. */
    final <T> T system(Function<SystemUnit, T> work) {
        return again(() -> storage.system(work));
    }

    /** Expects that a unit fails. */
    final AbstractThrowableAssert<?, ? extends Throwable> assertFails(Consumer<WriteUnit> work) {
        return assertThatThrownBy(() -> change(work));
    }

    /** Runs a unit until it meets no conflict, as the portal's own runner does within bounds. */
    static <T> T again(Supplier<T> unit) {
        for (int tries = 1; ; tries++) {
            try {
                return unit.get();
            } catch (TransientConflict conflict) {
                if (tries == 100) {
                    throw conflict;
                }
            }
        }
    }

    /** Four units at once; none acts before all are inside, where the storage lets writers be inside together. */
    final <T> List<Ending<T>> race(BiFunction<WriteUnit, Integer, T> act) {
        return race(scope, act);
    }

    final <T> List<Ending<T>> race(Scope in, BiFunction<WriteUnit, Integer, T> act) {
        CountDownLatch all = new CountDownLatch(RUNNERS);
        boolean together = adapter.writers() != Writers.TAKE_TURNS;
        return Threads.atOnce(RUNNERS, runner -> {
            if (!together) {
                Threads.meet(all);
            }
            return write(in, unit -> {
                if (together) {
                    Threads.meet(all);
                }
                return act.apply(unit, runner);
            });
        });
    }

    /** Four units across practices at once, likewise. */
    final <T> List<Ending<T>> raceAcross(Function<SystemUnit, T> act) {
        CountDownLatch all = new CountDownLatch(RUNNERS);
        boolean together = adapter.writers() != Writers.TAKE_TURNS;
        return Threads.atOnce(RUNNERS, runner -> {
            if (!together) {
                Threads.meet(all);
            }
            return system(system -> {
                if (together) {
                    Threads.meet(all);
                }
                return act.apply(system);
            });
        });
    }
}
