package org.clientportal.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.clientportal.core.Ids;
import org.clientportal.core.access.Policy;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a unit that met a conflict runs again. */
@Tag("promise:P21")
@Tag("promise:P28")
class UnitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final Units units = new Units(
            MemoryStorage.create(),
            Clock.systemUTC(),
            Ids.timeOrdered(),
            Policy.published(),
            new Effects(true, () -> {}),
            nanos::get);

    @Test
    void whatWaitedLongInVainDoesNotWaitAgain() {
        // when a unit gives up waiting for a row, after as long as PostgreSQL lets it
        conflictAfter(Duration.ofSeconds(20));

        // then
        assertThat(runs).hasValue(1);
    }

    @Test
    void waitsThatAreShorterAreNotRepeatedForLongEither() {
        // when
        conflictAfter(Duration.ofSeconds(3));

        // then
        assertThat(runs).hasValue(3);
    }

    @Test
    void whatLostQuicklyIsRunAgainTwelveTimes() {
        // when
        conflictAfter(Duration.ofMillis(500));

        // then
        assertThat(runs).hasValue(12);
    }

    private void conflictAfter(Duration waited) {
        assertThatThrownBy(() -> units.system(unit -> {
                    runs.incrementAndGet();
                    nanos.addAndGet(waited.toNanos());
                    throw new TransientConflict("lost");
                }))
                .isInstanceOfSatisfying(
                        PortalException.Unavailable.class,
                        busy -> assertThat(busy.code()).isEqualTo(CoreError.BUSY));
    }
}
