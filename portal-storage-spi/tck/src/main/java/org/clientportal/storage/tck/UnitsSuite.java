package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Units of work: STO-01 to STO-09, STO-22 and STO-70. */
public abstract class UnitsSuite extends StorageSuite {
    /** The second storage that an adapter opens is one at a time. */
    private static final String ANOTHER = "org.clientportal.storage.tck.another";

    protected UnitsSuite() {}

    /** What somebody's work throws. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final ClientQuery ALL =
            new ClientQuery(Optional.empty(), Optional.empty(), false, PageRequest.first(100));

    @Test
    @DisplayName("STO-01 when the work throws, nothing that it wrote in any store is kept")
    void nothingIsKeptOfWorkThatThrows() {
        Client before = samples.client("Before");
        change(unit -> unit.clients().insert(before));

        assertFails(unit -> {
                    unit.clients().insert(samples.client("During"));
                    unit.contacts().insert(samples.contact("Joe"));
                    unit.clients().update(before.deleted(Samples.NOW));
                    throw new Refusal();
                })
                .isInstanceOf(Refusal.class);

        see(view -> assertThat(view.clients().list(ALL).items()).containsExactly(before));
    }

    @Test
    @DisplayName("STO-02 a unit reads its own writes, in look-ups and in lists")
    void ownWritesAreRead() {
        Client client = samples.client("Joe's Diner");

        change(unit -> {
            unit.clients().insert(client);
            assertThat(unit.clients().find(client.id())).contains(client);
            assertThat(unit.clients().list(ALL).items()).containsExactly(client);

            Client deleted = unit.clients().update(client.deleted(Samples.NOW));
            assertThat(unit.clients().find(client.id())).contains(deleted);
            assertThat(unit.clients().list(ALL).items()).isEmpty();
        });
    }

    @Test
    @DisplayName("STO-03 nobody sees what a unit has not committed")
    void nothingUncommittedIsSeen() {
        Client client = samples.client("Joe's Diner");

        Optional<Client> seenMeanwhile = write(unit -> {
            unit.clients().insert(client);
            return Threads.elsewhere(() -> read(view -> view.clients().find(client.id())));
        });

        assertThat(seenMeanwhile).isEmpty();
        see(view -> assertThat(view.clients().find(client.id())).contains(client));
    }

    @Test
    @DisplayName("STO-04 what is committed while a read unit runs does not show in it")
    void aReadUnitSeesOneSnapshot() {
        Client first = samples.client("First");
        change(unit -> unit.clients().insert(first));

        read(view -> {
            assertThat(view.clients().list(ALL).items()).containsExactly(first);
            Threads.elsewhere(() -> write(unit -> {
                unit.clients().insert(samples.client("Second"));
                unit.contacts().insert(samples.contact("Joe", "joe@example.com"));
                return unit.clients().update(first.deleted(Samples.NOW));
            }));
            assertThat(view.clients().list(ALL).items()).containsExactly(first);
            assertThat(view.clients().find(first.id())).contains(first);
            assertThat(view.contacts()
                            .findByEmail(samples.contact("Joe", "joe@example.com")
                                    .email()
                                    .orElseThrow()))
                    .isEmpty();
            return true;
        });
    }

    @Test
    @DisplayName("STO-05 a unit that swallowed a duplicate rolls back and throws it")
    void aSwallowedDuplicateKillsTheUnit() {
        Client client = samples.client("Joe's Diner");
        Client other = samples.client("Other");
        change(unit -> unit.clients().insert(client));

        assertFails(unit -> {
                    unit.clients().insert(other);
                    assertThatThrownBy(() -> unit.clients().insert(client)).isInstanceOf(StorageException.class);
                })
                .isInstanceOf(UniqueViolation.class);

        see(view -> assertThat(view.clients().find(other.id())).isEmpty());
    }

    @Test
    @DisplayName("STO-05 a unit that swallowed an outdated or missing record rolls back and throws")
    void aSwallowedMissKillsTheUnit() {
        Client other = samples.client("Other");

        assertFails(unit -> {
                    unit.clients().insert(other);
                    assertThatThrownBy(() ->
                                    unit.clients().lock(samples.client("Nobody").id()))
                            .isInstanceOf(RecordMissing.class);
                })
                .isInstanceOf(RecordMissing.class);

        see(view -> assertThat(view.clients().find(other.id())).isEmpty());
    }

    @Test
    @DisplayName("STO-06 a unit inside a unit is refused at once, and the outer one goes on as it was")
    void nestedUnitsAreRefused() {
        Client client = samples.client("Joe's Diner");

        change(unit -> {
            unit.clients().insert(client);
            refusesEveryUnit();
            assertThat(unit.clients().find(client.id())).contains(client);
        });
        Optional<Client> kept = read(view -> {
            refusesEveryUnit();
            return view.clients().find(client.id());
        });
        system(system -> {
            refusesEveryUnit();
            return system.practiceBySlug(samples.practice().slug());
        });

        assertThat(kept).contains(client);
    }

    private void refusesEveryUnit() {
        assertThatIllegalStateException().isThrownBy(() -> storage.read(scope, view -> true));
        assertThatIllegalStateException().isThrownBy(() -> storage.write(scope, unit -> true));
        assertThatIllegalStateException().isThrownBy(() -> storage.system(system -> true));
    }

    @Test
    @DisplayName("STO-06 a thread may start a unit after one that failed")
    void aFailedUnitDoesNotBlockTheThread() {
        assertFails(unit -> {
                    throw new Refusal();
                })
                .isInstanceOf(Refusal.class);

        see(view -> assertThat(view.clients().list(ALL).items()).isEmpty());
    }

    @Test
    @DisplayName("STO-22 two units that lock the same two records in opposite order both succeed in the end")
    void aDeadlockEnds() {
        List<Client> two = List.of(add(samples.client("One")), add(samples.client("Two")));
        CountDownLatch both = new CountDownLatch(2);
        boolean together = adapter.writers() != Writers.TAKE_TURNS;

        List<Ending<Boolean>> endings = Threads.atOnce(
                2,
                runner -> write(unit -> {
                    Client first = unit.clients().lock(two.get(runner).id());
                    if (together) {
                        Threads.meet(both);
                    }
                    Client second = unit.clients().lock(two.get(1 - runner).id());
                    unit.clients().update(first);
                    unit.clients().update(second);
                    return true;
                }));

        assertThat(Ending.results(endings)).containsExactly(true, true);
        see(view -> assertThat(view.clients().list(ALL).items())
                .extracting(Client::version)
                .containsExactly(2L, 2L));
    }

    @Test
    @ResourceLock(ANOTHER)
    @DisplayName("STO-07 a closed storage is unavailable to every unit, also when closed twice")
    void aClosedStorageIsUnavailable() {
        PortalStorage closed = adapter.another();
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.read(scope, ReadView::clients)).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> closed.write(scope, unit -> true)).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> closed.system(system -> true)).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    @ResourceLock(ANOTHER)
    @Tag("promise:P24")
    @DisplayName("STO-09 what was committed is there when the storage is opened again")
    void whatWasCommittedOutlivesTheStorage() {
        assumeTrue(adapter.isDurable(), "promises to keep nothing");
        Samples own = Samples.fresh();
        Client client = own.client("Joe's Diner");

        PortalStorage before = adapter.another();
        again(() -> before.write(own.scope(), unit -> {
            unit.practices().insert(own.practice());
            unit.clients().insert(client);
            return true;
        }));
        before.close();

        PortalStorage after = adapter.another();
        Optional<Client> kept = after.read(own.scope(), view -> view.clients().find(client.id()));
        after.close();
        assertThat(kept).contains(client);
    }

    @Test
    @ResourceLock(ANOTHER)
    @Tag("promise:P24")
    @DisplayName("STO-09 a unit that runs while the storage is closed is there whole or not at all")
    void aUnitUnderWayIsWholeOrNothing() {
        assumeTrue(adapter.isDurable(), "promises to keep nothing");
        Samples own = Samples.fresh();
        Client client = own.client("Joe's Diner");
        Contact contact = own.contact("Joe");
        PortalStorage before = adapter.another();
        again(() -> before.write(own.scope(), unit -> {
            unit.practices().insert(own.practice());
            return true;
        }));

        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        CompletableFuture<Ending<Boolean>> unit = Threads.start(() -> before.write(own.scope(), underWay -> {
            underWay.clients().insert(client);
            half.countDown();
            Threads.await(closing);
            underWay.contacts().insert(contact);
            return true;
        }));
        Threads.await(half);
        closing.countDown();
        before.close();
        Ending<Boolean> ending = unit.join();

        PortalStorage after = adapter.another();
        boolean written =
                after.read(own.scope(), view -> view.clients().find(client.id()).isPresent());
        boolean wholly = after.read(
                own.scope(), view -> view.contacts().find(contact.id()).isPresent());
        after.close();
        assertThat(written).isEqualTo(wholly);
        assertThat(ending.result().isEmpty() || written)
                .as("acknowledged and lost")
                .isTrue();
        assertThat(ending.failure())
                .satisfies(failure -> failure.ifPresent(why -> assertThat(why).isInstanceOf(StorageException.class)));
    }

    @Test
    @DisplayName("STO-70 where the caller has no transaction a storage says that it joins none")
    void nothingIsJoinedWithoutATransaction() {
        assertThat(storage.joins()).isFalse();
    }

    @Test
    @DisplayName("STO-08 what the work returns or throws reaches the caller as it is")
    void resultsAndFailuresPassThrough() {
        Refusal refusal = new Refusal();
        Object result = new Object();

        assertThat(this.<Object>read(view -> result)).isSameAs(result);
        assertThat(this.<Object>write(unit -> result)).isSameAs(result);
        assertThatThrownBy(() -> read(view -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThatThrownBy(() -> storage.write(scope, unit -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThatThrownBy(() -> storage.system(system -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }
}
