package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientportal.model.Versioned;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the stores promise whose records a unit may rely on once it found them: STO-20. */
public abstract class FoundRecordSuite<I, R extends Versioned<R>> extends LockedRecordSuite<I, R> {
    FoundRecordSuite() {}

    @Test
    @Tag("promise:P16")
    @DisplayName("STO-20 a record that a unit found does not change until the unit ends, or the unit runs again")
    void whatWasFoundStays() {
        R record = stored(sample());

        duel(record)
                .assertKeepsOut(
                        unit -> assertThat(store(unit).find(idOf(record))).isPresent(),
                        unit -> store(unit).update(changed(record)));
        assertThat(found(record)).contains(changed(record).withVersion(1));
    }

    @Test
    @DisplayName("STO-20 finders do not hold up one another")
    void findersGoTogether() {
        R record = stored(sample());

        duel(record)
                .assertLetsIn(
                        unit -> assertThat(store(unit).find(idOf(record))).isPresent(),
                        unit -> assertThat(store(unit).find(idOf(record))).isPresent());
    }
}
