package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leases of jobs: STO-41. */
public abstract class LeasesSuite extends StorageSuite {
    private static final Instant NOW = Samples.NOW;
    private static final Instant END = NOW.plusSeconds(60);

    private final String job = "job " + UUID.randomUUID();

    protected LeasesSuite() {}

    private boolean lease(String owner, Instant now, Instant until) {
        return system(system -> system.lease(job, owner, now, until));
    }

    @Test
    @DisplayName("STO-41 a lease is kept until its end, and then another may take it")
    void aLeaseEnds() {
        assertThat(lease("one", NOW, END)).isTrue();

        assertThat(lease("two", END.minusNanos(1000), END.plusSeconds(60))).isFalse();
        assertThat(lease("two", END, END.plusSeconds(60))).isTrue();
        assertThat(lease("one", END, END.plusSeconds(60))).isFalse();
    }

    @Test
    @DisplayName("STO-41 its owner renews a lease, which then lasts until the new end")
    void aLeaseIsRenewed() {
        lease("one", NOW, END);

        assertThat(lease("one", NOW.plusSeconds(30), END.plusSeconds(30))).isTrue();
        assertThat(lease("two", END, END.plusSeconds(60))).isFalse();
        assertThat(lease("two", END.plusSeconds(30), END.plusSeconds(60))).isTrue();
    }

    @Test
    @Tag("promise:P28")
    @DisplayName("STO-41 a lease that ends later than twice its length from now is void, and one that ends then is not")
    void aLeaseOfAWrongClockIsVoid() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        lease("wrong", tomorrow, tomorrow.plusSeconds(60));

        assertThat(lease("two", NOW, END)).isTrue();
        assertThat(lease("three", NOW, END)).isFalse();

        Instant early = NOW.minusSeconds(60);
        assertThat(lease("three", early, NOW)).as("twice its length ahead").isFalse();
        assertThat(lease("three", early.minusNanos(1000), NOW.minusNanos(1000)))
                .as("more than that")
                .isTrue();
    }

    @Test
    @DisplayName("STO-41 of four that take a lease at once exactly one gets it, new or ended")
    void oneOfManyGetsIt() {
        assertThat(raceAt(NOW)).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(raceAt(END)).containsExactlyInAnyOrder(true, false, false, false);
    }

    private List<Boolean> raceAt(Instant now) {
        AtomicInteger owners = new AtomicInteger();
        return Ending.results(raceAcross(
                system -> system.lease(job, now + " " + owners.incrementAndGet(), now, now.plusSeconds(60))));
    }

    @Test
    @DisplayName("STO-41 a shared database tells its time, within an hour of ours")
    void theDatabaseTellsItsTime() {
        Optional<Instant> time = system(system -> system.databaseTime());

        assertThat(time.map(then -> Duration.between(then, Instant.now()).abs()))
                .satisfies(gap -> gap.ifPresent(hours -> assertThat(hours).isLessThan(Duration.ofHours(1))));
    }
}
