package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** So many in a span of time. */
@Tag("rule:SI-10")
class LimitTest {
    private static final Instant T = Instant.parse("2026-05-15T16:00:00Z");
    private static final Limit TWO_AN_HOUR = new Limit(2, Duration.ofHours(1));

    @Test
    void itIsOpenWhileFewerCameBefore() {
        assertThat(TWO_AN_HOUR.opens(List.of())).isEqualTo(Instant.MIN);
        assertThat(TWO_AN_HOUR.opens(List.of(T))).isEqualTo(Instant.MIN);
    }

    @Test
    void itOpensWhenTheLastThatFillsItIsOut() {
        Instant second = T.plusSeconds(10);
        Instant third = T.plusSeconds(20);
        assertThat(TWO_AN_HOUR.opens(List.of(T, second))).isEqualTo(T.plus(Duration.ofHours(1)));
        assertThat(TWO_AN_HOUR.opens(List.of(T, second, third))).isEqualTo(second.plus(Duration.ofHours(1)));
    }
}
