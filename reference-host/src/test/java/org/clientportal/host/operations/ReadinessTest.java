package org.clientportal.host.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("promise:P28")
class ReadinessTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"0, ''", "2000, ''", "-2000, ''", "2001, clock", "-2001, clock", "3600000, clock"})
    void a_node_whose_clock_is_more_than_two_seconds_off_the_databases_is_not_ready(long millis, String obstacle) {
        PortalStorage database = new ClockedStorage(() -> NOON.plus(Duration.ofMillis(millis)));
        assertThat(new Readiness(database, CLOCK, LONG).obstacle().orElse("")).isEqualTo(obstacle);
    }

    @Test
    void a_database_without_a_clock_of_its_own_is_no_obstacle() {
        assertThat(new Readiness(MemoryStorage.create(), CLOCK, LONG).obstacle())
                .isEmpty();
    }

    @Test
    void a_node_whose_database_is_out_of_reach_is_not_ready_until_it_is_back() {
        boolean[] down = {true};
        PortalStorage database = new ClockedStorage(() -> {
            if (down[0]) {
                throw new StorageUnavailable("down");
            }
            return NOON;
        });
        Readiness readiness = new Readiness(database, CLOCK, LONG);
        assertThat(readiness.obstacle()).contains("database");
        down[0] = false;
        assertThat(readiness.obstacle()).isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_node_whose_database_says_nothing_is_not_ready_and_asks_it_but_once_however_many_want_to_know()
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch silence = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PortalStorage database = new ClockedStorage(() -> {
            asked.incrementAndGet();
            begun.countDown();
            try {
                assertThat(silence.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new StorageUnavailable("interrupted");
            }
            return NOON;
        });
        Readiness readiness = new Readiness(database, CLOCK, Duration.ofMillis(20));
        assertThat(readiness.obstacle()).contains("database");
        begun.await();
        for (int i = 0; i < 5; i++) {
            assertThat(readiness.obstacle()).contains("database");
        }
        assertThat(asked).hasValue(1);
        silence.countDown();
        assertThat(Stream.generate(readiness::obstacle).anyMatch(Optional::isEmpty))
                .isTrue();
    }

    /** A database of which only the clock matters. */
    private record ClockedStorage(java.util.function.Supplier<Instant> time) implements PortalStorage {
        @Override
        public <T> T read(Scope scope, Function<ReadView, T> work) {
            throw new AssertionError("only the clock is asked");
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            throw new AssertionError("only the clock is asked");
        }

        @Override
        public <T> T system(Function<SystemUnit, T> work) {
            return work.apply((SystemUnit) Proxy.newProxyInstance(
                    SystemUnit.class.getClassLoader(),
                    new Class<?>[] {SystemUnit.class},
                    (proxy, method, arguments) -> Optional.of(time.get())));
        }

        @Override
        public void close() {}
    }
}
