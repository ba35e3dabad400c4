package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.clientportal.storage.WriteUnit;
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

    @TestFactory
    Stream<DynamicTest> anUpdateToATakenValueNamesItsKey() {
        return updates().entrySet().stream()
                .map(update -> DynamicTest.dynamicTest(
                        "STO-16 an update to a taken " + update.getKey() + " names its key",
                        () -> assertThatThrownBy(() -> change(update.getValue()))
                                .isInstanceOfSatisfying(
                                        UniqueViolation.class,
                                        e -> assertThat(e.key()).isEqualTo(update.getKey()))));
    }

    /** Each stores one record that has a value, another that has not, and gives the value to that one too. */
    private Map<UniqueKey, Consumer<WriteUnit>> updates() {
        Family family = storedFamily(samples);
        Practice elsewhere = storedPractice().practice();
        Map<UniqueKey, Consumer<WriteUnit>> updates = new EnumMap<>(UniqueKey.class);
        updates.put(UniqueKey.STAFF_EMAIL, unit -> {
            unit.staff().insert(With.email(samples.staff("Ada"), "ada@firm.example"));
            unit.staff().update(With.email(family.staff(), "ADA@firm.example"));
        });
        updates.put(UniqueKey.CONTACT_EMAIL, unit -> {
            unit.contacts().insert(samples.contact("Joe", "joe@example.com"));
            unit.contacts()
                    .update(family.contact()
                            .changed(
                                    samples.contact("Joe", "JOE@example.com")
                                            .profile()
                                            .orElseThrow(),
                                    true));
        });
        updates.put(UniqueKey.CONTACT_PSEUDONYM, unit -> {
            unit.contacts().insert(samples.contact("Gone").erased(7, Samples.NOW));
            unit.contacts().update(family.contact().erased(7, Samples.NOW));
        });
        updates.put(UniqueKey.FOLDER_NAME, unit -> {
            unit.folders().insert(samples.folder(family.client(), "Bills"));
            unit.folders().update(family.folder().renamed("BILLS"));
        });
        updates.put(UniqueKey.MAIN_CONTACT, unit -> {
            Contact other = samples.contact("Other");
            unit.contacts().insert(other);
            Assignment second = samples.assignment(other, family.client());
            unit.assignments()
                    .insert(samples.assignment(family.contact(), family.client())
                            .withMain(true));
            unit.assignments().insert(second);
            unit.assignments().update(second.withMain(true));
        });
        updates.put(
                UniqueKey.PRACTICE_HOST,
                unit -> unit.practices()
                        .update(With.origin(
                                samples.practice(), samples.practice().slug(), elsewhere.origin(), Optional.empty())));
        return updates;
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
