package org.clientportal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.client.Client;
import org.clientportal.storage.memory.MemoryStorage;
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
