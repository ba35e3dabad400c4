package org.clientportal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.clientportal.core.Actors;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.WriteUnit;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.ForwardingStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records are numbered and chained a moment after they were written. */
@Tag("rule:AU-1")
class SealerTest {
    private final World world = new World(MemoryStorage.create());
    private final Units units = world.portal().units();
    private final Sealer sealer = new Sealer(units);

    @Test
    void everyRecordGetsANumberWithoutAGapInItsOwnPracticesChain() {
        // given
        world.anotherPractice();
        world.client("Acme");

        // when
        seal(sealer);

        // then
        List<AuditEntry> sealed = sealed();
        assertThat(sealed).extracting(entry -> entry.record().action()).contains("client_created");
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
        assertThat(world.portal().audit().verify(world.admin()).isWhole()).isTrue();
    }

    @Test
    void theChainGoesOnWhereItEnded() {
        // given
        seal(sealer);
        int before = numbers().size();

        // when
        world.client("Acme");
        seal(sealer);

        // then
        assertThat(numbers()).hasSize(before + 1);
        assertThat(world.portal().audit().verify(world.admin()).intact()).isEqualTo(before + 1);
    }

    @Test
    void moreRecordsThanOneStepTakesAreSealedStepByStep() {
        // given
        Client acme = world.client("Acme");
        units.write(world.admin(), work -> {
            for (int i = 0; i < 1_200; i++) {
                work.happened(PortalEvent.at(acme.id(), EventType.CLIENT_CHANGED, acme.id()));
            }
            return true;
        });

        // when
        int steps = seal(sealer);

        // then
        assertThat(steps).isEqualTo(3);
        assertThat(numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_203).boxed().toList());
        assertThat(world.portal().audit().verify(world.admin()).intact()).isEqualTo(1_203);
    }

    @Test
    @Tag("promise:P18")
    void morePracticesThanOneStepTakesAreSealedStepByStep() {
        // given
        for (int i = 0; i < 120; i++) {
            world.anotherPractice();
        }

        // when
        int steps = seal(sealer);

        // then
        assertThat(steps).isEqualTo(2);
        List<PracticeId> waiting = units.system(unit -> unit.practicesToSeal(1));
        assertThat(waiting).isEmpty();
    }

    @Test
    @Tag("promise:P18")
    void manyPracticesThatAnotherNodeSealsAreNotAskedForWithoutAPause() {
        // given a node that leases as many practices as one step takes
        for (int i = 0; i < 99; i++) {
            world.anotherPractice();
        }
        seal(sealer);
        List<PracticeId> all =
                units.system(unit -> unit.practices().stream().map(Practice::id).toList());
        for (PracticeId practice : all) {
            units.write(Actors.system(practice), work -> {
                work.happened(PortalEvent.of(EventType.SETTINGS_CHANGED, practice));
                return true;
            });
        }

        // when
        int steps = seal(new Sealer(units));

        // then
        assertThat(steps).isEqualTo(1);
    }

    @Test
    @Tag("promise:P18")
    void aPracticeThatCannotBeSealedKeepsNoOtherFromIt() {
        // given the practice whose record waits longest, and which fails
        world.clock().forward(Duration.ofSeconds(1));
        Practice other = world.anotherPractice();
        Sealer damaged = new Sealer(world.builder()
                .storage(new Damaged(world.storage(), world.practiceId()))
                .build()
                .units());

        // when
        assertThatThrownBy(() -> damaged.run(world.clock().instant())).hasMessage("damaged");

        // then
        List<AuditRecord> waiting = units.read(
                Actors.system(other.id()), work -> work.view().audit().unsealed(9));
        assertThat(waiting).isEmpty();
    }

    @Test
    void oneNodeSealsAPracticeUntilItsLeaseEnds() {
        // given
        seal(sealer);
        int before = numbers().size();
        world.client("Acme");

        // when
        Sealer other = new Sealer(units);
        seal(other);

        // then
        assertThat(numbers()).hasSize(before);

        // when
        world.clock().forward(Duration.ofSeconds(10));
        seal(other);

        // then
        assertThat(numbers()).hasSize(before + 1);
    }

    @Test
    @Tag("promise:P28")
    void aSealerWhoseClockWasAMonthAheadKeepsNoOtherFromSealing() {
        // given
        Instant right = world.clock().instant();
        world.clock().forward(Duration.ofDays(30));
        seal(sealer);
        int before = numbers().size();

        // when
        world.clock().set(right);
        world.client("Acme");
        seal(new Sealer(units));

        // then
        assertThat(numbers()).hasSize(before + 1);
    }

    /** Storage that fails in whatever is written in one practice. */
    private static final class Damaged extends ForwardingStorage {
        private final PracticeId practice;

        Damaged(PortalStorage storage, PracticeId practice) {
            super(storage);
            this.practice = practice;
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            if (scope.practice().equals(practice)) {
                throw new IllegalStateException("damaged");
            }
            return super.write(scope, work);
        }
    }

    private int seal(Sealer by) {
        int steps = 1;
        while (by.run(world.clock().instant())) {
            steps++;
        }
        return steps;
    }

    private List<AuditEntry> sealed() {
        return units.read(world.admin(), work -> work.view().audit().sealed(0, 10_000));
    }

    private List<Long> numbers() {
        return sealed().stream()
                .map(entry -> entry.seal().orElseThrow().number())
                .toList();
    }
}
