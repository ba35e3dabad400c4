package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What can be there only once: STO-16 for every {@link UniqueKey}. */
public abstract class UniquesSuite extends StorageSuite {
    protected UniquesSuite() {}

    @TestFactory
    Stream<DynamicTest> aSecondOneNamesItsKey() {
        return each(key -> "STO-16 a second " + key + " names its key", (key, rivals) -> {
            insert(rivals.next());
            assertThatThrownBy(() -> insert(rivals.next()))
                    .isInstanceOfSatisfying(
                            UniqueViolation.class, e -> assertThat(e.key()).isEqualTo(key));
        });
    }

    @TestFactory
    Stream<DynamicTest> ofManyAtOnceOneWins() {
        return each(key -> "STO-16 of four " + key + " at once exactly one is kept", (key, rivals) -> {
            List<Ending<Boolean>> endings = raceOf(rivals);
            assertThat(Ending.results(endings)).hasSize(1);
            assertThat(Ending.failures(endings))
                    .hasSize(RUNNERS - 1)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    UniqueViolation.class,
                                    e -> assertThat(e.key()).isEqualTo(key)));
        });
    }

    private interface Check {
        void check(UniqueKey key, Rivals rivals);
    }

    private Stream<DynamicTest> each(Function<UniqueKey, String> name, Check check) {
        return Arrays.stream(UniqueKey.values())
                .map(key -> DynamicTest.dynamicTest(name.apply(key), () -> {
                    Samples fresh = storedPractice();
                    check.check(key, new Rivals(fresh, storedFamily(fresh), key));
                }));
    }

    private List<Ending<Boolean>> raceOf(Rivals rivals) {
        List<Rivals.Rival> four = Stream.generate(rivals::next).limit(RUNNERS).toList();
        CountDownLatch all = new CountDownLatch(RUNNERS);
        boolean together = adapter.writers() != Writers.TAKE_TURNS;
        return Threads.atOnce(RUNNERS, runner -> {
            Rivals.Rival mine = four.get(runner);
            return write(mine.scope(), unit -> {
                if (together) {
                    Threads.meet(all);
                }
                mine.insert().accept(unit);
                return true;
            });
        });
    }

    private void insert(Rivals.Rival rival) {
        change(rival.scope(), rival.insert());
    }
}
