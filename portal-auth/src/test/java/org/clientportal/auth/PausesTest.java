package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pauses after wrong tries. */
@Tag("rule:SI-10")
class PausesTest {
    private static final Instant T = Instant.parse("2026-05-15T16:00:00Z");

    @Test
    void fourWrongTriesPauseNobody() {
        assertThat(Pauses.opens(List.of(T, T, T, T))).isEqualTo(Instant.MIN);
    }

    @Test
    void theFifthPausesForAMinute() {
        assertThat(Pauses.opens(List.of(T, T, T, T, T))).isEqualTo(T.plusSeconds(60));
    }

    @Test
    void fiveWithinFifteenMinutesCountAndNoMore() {
        Instant inside = T.plus(Duration.ofMinutes(15)).minusNanos(1_000);
        assertThat(Pauses.opens(List.of(T, T, T, T, inside))).isEqualTo(inside.plusSeconds(60));
        assertThat(Pauses.opens(List.of(T, T, T, T, T.plus(Duration.ofMinutes(15)))))
                .isEqualTo(Instant.MIN);
    }

    @Test
    void eachFurtherOneDoublesThePauseUpToFifteenMinutes() {
        List<Instant> wrong = new ArrayList<>(List.of(T, T, T, T, T));
        for (int minutes : new int[] {2, 4, 8, 15, 15, 15}) {
            Instant next = Pauses.opens(wrong);
            wrong.add(next);
            assertThat(Pauses.opens(wrong)).isEqualTo(next.plus(Duration.ofMinutes(minutes)));
        }
    }

    @Test
    void aGuesserGetsLittleMoreThanAHundredTriesADay() {
        List<Instant> wrong = new ArrayList<>();
        Instant now = T;
        while (now.isBefore(T.plus(Duration.ofDays(1)))) {
            wrong.add(now);
            Instant opens = Pauses.opens(wrong);
            now = opens.isAfter(now) ? opens : now;
        }
        assertThat(wrong).hasSizeLessThan(110);
    }
}
