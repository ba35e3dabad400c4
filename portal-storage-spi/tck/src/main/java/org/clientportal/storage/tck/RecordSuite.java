package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.Versioned;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.StaleVersion;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What all stores of versioned records promise alike: STO-01, STO-10, STO-13 to STO-18. */
public abstract class RecordSuite<I, R extends Versioned<R>> extends StorageSuite {
    RecordSuite() {}

    abstract RecordReader<I, R> reader(ReadView view);

    abstract RecordStore<I, R> store(WriteUnit unit);

    abstract I idOf(R record);

    /** A new record with the least it can have; what it refers to is stored. */
    abstract R sample();

    /** New records of all shapes: with everything, with strange text, with empty sets. */
    abstract List<R> varieties();

    /** The record after some change. */
    abstract R changed(R record);

    /** Another record with the same id, and nothing else in common that is unique. */
    abstract R twin(R record);

    /** The scope that a record belongs to. */
    Scope scopeOf(R record) {
        return scope;
    }

    final R stored(R record) {
        change(scopeOf(record), unit -> store(unit).insert(record));
        return record;
    }

    final Optional<R> found(R record) {
        return storage.read(scopeOf(record), view -> reader(view).find(idOf(record)));
    }

    /** The record's every component, also those that its own equality leaves out. */
    final void assertStored(R expected) {
        assertThat(found(expected)).get().usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    @DisplayName("STO-01 inserts and updates of a unit that throws are undone")
    void aRollbackUndoesInsertsAndUpdates() {
        R old = stored(sample());
        R other = sample();

        assertThatThrownBy(() -> change(scopeOf(old), unit -> {
                    store(unit).update(changed(old));
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change(scopeOf(other), unit -> {
                    store(unit).insert(other);
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertStored(old);
        assertThat(found(other)).isEmpty();
    }

    @Test
    @DisplayName("STO-02 a unit finds what it inserted and what it updated")
    void ownWritesAreFound() {
        R sample = sample();

        change(scopeOf(sample), unit -> {
            RecordStore<I, R> store = store(unit);
            store.insert(sample);
            assertThat(store.find(idOf(sample))).contains(sample);
            R updated = store.update(changed(sample));
            assertThat(store.find(idOf(sample))).contains(updated);
            assertThat(store.findAll(Set.of(idOf(sample)))).containsValue(updated);
            assertThat(store.lock(idOf(sample))).isEqualTo(updated);
        });
    }

    @Test
    @Tag("promise:P13")
    @DisplayName("STO-10 from another practice a record is not found, locked or changed")
    void otherPracticesAreOutOfReach() {
        R record = stored(sample());
        Scope elsewhere = storedPractice().scope();

        see(elsewhere, view -> {
            assertThat(reader(view).find(idOf(record))).isEmpty();
            assertThat(reader(view).findAll(Set.of(idOf(record)))).isEmpty();
        });
        change(elsewhere, unit -> assertThat(store(unit).find(idOf(record))).isEmpty());
        assertThatThrownBy(() -> change(elsewhere, unit -> store(unit).lock(idOf(record))))
                .isInstanceOf(RecordMissing.class);
        assertThatThrownBy(() -> change(elsewhere, unit -> store(unit).update(changed(record))))
                .isInstanceOf(RecordMissing.class);
        assertStored(record);
    }

    @Test
    @DisplayName("STO-13 what is read equals what was written, in every component")
    void everyComponentComesBack() {
        for (R variety : varieties()) {
            stored(variety);
            assertStored(variety);
        }
    }

    @Test
    @DisplayName("STO-13 an update writes every component")
    void anUpdateWritesEveryComponent() {
        R record = stored(sample());
        for (R variety : varieties()) {
            stored(variety);
            R updated = write(scopeOf(variety), unit -> store(unit).update(changed(variety)));
            assertThat(updated)
                    .usingRecursiveComparison()
                    .isEqualTo(changed(variety).withVersion(1));
            assertStored(updated);
        }
        assertStored(record);
    }

    @Test
    @DisplayName("STO-14 an update gives the record with the version one higher")
    void anUpdateRaisesTheVersion() {
        R record = stored(sample());

        R once = write(scopeOf(record), unit -> store(unit).update(changed(record)));
        R twice = write(scopeOf(record), unit -> store(unit).update(once));

        assertThat(record.version()).isZero();
        assertThat(once).isEqualTo(changed(record).withVersion(1));
        assertThat(twice).isEqualTo(once.withVersion(2));
        assertStored(twice);
    }

    @Test
    @DisplayName("STO-14 an update from an outdated or a made-up version is stale and writes nothing")
    void anOutdatedVersionIsStale() {
        R record = stored(sample());
        R newest = write(scopeOf(record), unit -> store(unit).update(record));

        assertThatThrownBy(() -> change(scopeOf(record), unit -> store(unit).update(changed(record))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> change(scopeOf(record), unit -> store(unit).update(changed(newest.withVersion(7)))))
                .isInstanceOf(StaleVersion.class);
        assertStored(newest);
    }

    @Test
    @DisplayName("STO-14 of four updates at once from one version exactly one wins, the others are stale")
    void oneOfManyUpdatesWins() {
        R record = stored(sample());

        List<Ending<R>> endings =
                race(scopeOf(record), (unit, runner) -> store(unit).update(changed(record)));

        assertThat(Ending.results(endings)).containsExactly(changed(record).withVersion(1));
        assertThat(Ending.failures(endings)).hasSize(RUNNERS - 1).allMatch(StaleVersion.class::isInstance);
        assertStored(changed(record).withVersion(1));
    }

    @Test
    @DisplayName("STO-15 to update or lock what is not there is a missing record")
    void whatIsNotThereIsMissing() {
        R never = sample();

        assertThatThrownBy(() -> change(scopeOf(never), unit -> store(unit).update(never)))
                .isInstanceOf(RecordMissing.class);
        assertThatThrownBy(() -> change(scopeOf(never), unit -> store(unit).lock(idOf(never))))
                .isInstanceOf(RecordMissing.class);
        assertThat(found(never)).isEmpty();
    }

    @Test
    @DisplayName("STO-16 an id that is taken names the key ID, and leaves the first record as it is")
    void anIdIsTakenOnce() {
        R record = stored(sample());

        assertThatThrownBy(() -> change(scopeOf(record), unit -> store(unit).insert(twin(record))))
                .isInstanceOfSatisfying(
                        UniqueViolation.class, e -> assertThat(e.key()).isEqualTo(UniqueKey.ID));
        assertStored(record);
    }

    @Test
    @DisplayName("STO-18 findAll gives what find gives for each id, without those that are missing")
    void findAllIsFindForEach() {
        R first = stored(sample());
        R second = stored(sample());
        Set<I> ids = Set.of(idOf(first), idOf(second), idOf(sample()));

        see(scopeOf(first), view -> {
            Map<I, R> one = new HashMap<>();
            ids.forEach(id -> reader(view).find(id).ifPresent(record -> one.put(id, record)));
            assertThat(reader(view).findAll(ids)).isEqualTo(one).containsEntry(idOf(first), first);
            assertThat(reader(view).findAll(Set.of())).isEmpty();
        });
    }
}
