package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientportal.model.Versioned;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What all stores of versioned records promise of their locks: STO-21, STO-22. */
public abstract class LockedRecordSuite<I, R extends Versioned<R>> extends RecordSuite<I, R> {
    LockedRecordSuite() {}

    final Duel duel(R record) {
        return new Duel(adapter, scopeOf(record));
    }

    @Test
    @DisplayName("STO-21 a lock keeps out other locks")
    void aLockKeepsOutLocks() {
        R record = stored(sample());

        duel(record)
                .assertKeepsOut(
                        unit -> store(unit).lock(idOf(record)),
                        unit -> store(unit).lock(idOf(record)));
    }

    @Test
    @DisplayName("STO-21 a lock keeps out updates")
    void aLockKeepsOutUpdates() {
        R record = stored(sample());

        duel(record)
                .assertKeepsOut(
                        unit -> store(unit).lock(idOf(record)),
                        unit -> store(unit).update(changed(record)));
        assertThat(found(record)).contains(changed(record).withVersion(1));
    }

    @Test
    @DisplayName("STO-21 four units that lock before they change a record all succeed, one after another")
    void lockedChangesDoNotGetLost() {
        R record = stored(sample());

        var endings = race(
                scopeOf(record),
                (unit, runner) -> store(unit).update(store(unit).lock(idOf(record))));

        assertThat(Ending.failures(endings)).isEmpty();
        assertThat(Ending.results(endings)).extracting(Versioned::version).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }
}
