package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clientportal.storage.AttemptStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tries that are limited: STO-31. */
public abstract class AttemptsSuite extends StorageSuite {
    private static final Instant NOW = Samples.NOW;

    private final String key = "key " + UUID.randomUUID();

    protected AttemptsSuite() {}

    private void record(String of, int... seconds) {
        change(unit -> {
            unit.attempts().lock(of, Instant.EPOCH);
            for (int second : seconds) {
                unit.attempts().record(of, NOW.plusSeconds(second));
            }
        });
    }

    private void assertTries(String of, Instant since, Instant... expected) {
        change(unit -> assertThat(unit.attempts().lock(of, since)).containsExactly(expected));
    }

    @Test
    @DisplayName("STO-02 a unit that recorded tries finds them when it locks the key again")
    void ownTriesAreFound() {
        change(unit -> {
            AttemptStore attempts = unit.attempts();
            assertThat(attempts.lock(key, Instant.EPOCH)).isEmpty();
            attempts.record(key, NOW);
            assertThat(attempts.lock(key, Instant.EPOCH)).containsExactly(NOW);
            attempts.clear(key);
            assertThat(attempts.lock(key, Instant.EPOCH)).isEmpty();
        });
    }

    @Test
    @DisplayName("STO-25 tries come oldest first, from an instant on, as often as there were some")
    void triesComeOldestFirst() {
        record(key, 3, 1, 2, 2);

        assertTries(key, NOW, NOW.plusSeconds(1), NOW.plusSeconds(2), NOW.plusSeconds(2), NOW.plusSeconds(3));
        assertTries(key, NOW.plusSeconds(2), NOW.plusSeconds(2), NOW.plusSeconds(2), NOW.plusSeconds(3));
        assertTries(key, NOW.plusSeconds(3).plusNanos(1000));
    }

    @Test
    @DisplayName("STO-10 another practice's tries of the same key are its own")
    void practicesShareKeys() {
        Samples elsewhere = storedPractice();
        record(key, 1);
        change(elsewhere.scope(), unit -> {
            assertThat(unit.attempts().lock(key, Instant.EPOCH)).isEmpty();
            unit.attempts().record(key, NOW);
            unit.attempts().clear(key);
            unit.attempts().purge(NOW.plusSeconds(9));
        });

        assertTries(key, Instant.EPOCH, NOW.plusSeconds(1));
    }

    @Test
    @DisplayName("STO-31 a key is cleared alone")
    void oneKeyIsCleared() {
        String other = "other " + key;
        record(key, 1);
        record(other, 2);

        change(unit -> unit.attempts().clear(key));

        assertTries(key, Instant.EPOCH);
        assertTries(other, Instant.EPOCH, NOW.plusSeconds(2));
    }

    @Test
    @DisplayName("STO-31 tries before an instant are purged, those at it stay")
    void oldTriesArePurged() {
        String old = "old " + key;
        record(key, 1, 2, 3);
        record(old, 0);

        change(unit -> unit.attempts().purge(NOW.plusSeconds(2)));

        assertTries(key, Instant.EPOCH, NOW.plusSeconds(2), NOW.plusSeconds(3));
        assertTries(old, Instant.EPOCH);
    }

    @Test
    @Tag("promise:P5")
    @DisplayName("STO-31 four that lock a key without tries at once each see the tries of those before")
    void aNewKeyAdmitsOneAtATime() {
        List<Ending<Integer>> endings = raceForTheKey();

        assertThat(Ending.results(endings)).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    @Tag("promise:P5")
    @DisplayName("STO-31 four that lock a key with tries at once each see the tries of those before")
    void aKnownKeyAdmitsOneAtATime() {
        record(key, 0);

        List<Ending<Integer>> endings = raceForTheKey();

        assertThat(Ending.results(endings)).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    private List<Ending<Integer>> raceForTheKey() {
        return race((unit, runner) -> {
            int before = unit.attempts().lock(key, Instant.EPOCH).size();
            unit.attempts().record(key, NOW.plusSeconds(runner));
            return before;
        });
    }

    @Test
    @DisplayName("STO-31 a locked key keeps out others, also when nothing is recorded")
    void aLockedKeyKeepsOutOthers() {
        new Duel(adapter, scope)
                .assertKeepsOut(
                        unit -> unit.attempts().lock(key, NOW),
                        unit -> unit.attempts().lock(key, NOW));
    }

    @Test
    @DisplayName("STO-31 different keys do not hold up one another")
    void otherKeysGoTogether() {
        record(key, 1);
        record("other " + key, 1);

        new Duel(adapter, scope)
                .assertLetsIn(
                        unit -> unit.attempts().lock(key, NOW),
                        unit -> unit.attempts().lock("other " + key, NOW));
    }
}
