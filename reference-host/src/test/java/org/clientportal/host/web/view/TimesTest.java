package org.clientportal.host.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-03-14T02:30:00Z");
    private final Times times = new Times(Texts.in(Locale.US), ZoneId.of("America/Chicago"), NOW);

    @Test
    void aDayIsTheDayInThePracticesZone() {
        assertThat(times.date(NOW)).isEqualTo("Mar 13, 2026");
    }

    @Test
    void theExactInstantNamesItsZone() {
        assertThat(times.exact(NOW))
                .contains("Friday, March 13, 2026")
                .contains("9:30:00")
                .contains("CDT");
    }

    @Test
    void whatHappenedIsToldByHowLongAgoItWas() {
        assertThat(times.ago(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(times.ago(NOW.minusSeconds(60))).isEqualTo("1 minute ago");
        assertThat(times.ago(NOW.minus(Duration.ofMinutes(59)))).isEqualTo("59 minutes ago");
        assertThat(times.ago(NOW.minus(Duration.ofHours(3)))).isEqualTo("3 hours ago");
        assertThat(times.ago(NOW.minus(Duration.ofHours(22)))).isEqualTo("yesterday");
        assertThat(times.ago(NOW.minus(Duration.ofDays(3)))).isEqualTo("Mar 10, 2026");
    }

    @Test
    void whatIsDueIsToldByTheDaysLeft() {
        LocalDate today = LocalDate.of(2026, 3, 13);

        assertThat(times.due(today)).isEqualTo("due today");
        assertThat(times.due(today.plusDays(1))).isEqualTo("due tomorrow");
        assertThat(times.due(today.plusDays(5))).isEqualTo("due in 5 days");
        assertThat(times.due(today.plusDays(20))).isEqualTo("due Apr 2, 2026");
        assertThat(times.due(today.minusDays(1))).isEqualTo("1 day overdue");
    }

    @Test
    void whatIsLeftCountsAStartedMinuteButNoStartedHour() {
        assertThat(times.left(NOW.plusSeconds(41 * 60 + 1))).isEqualTo("42 more minutes");
        assertThat(times.left(NOW.plusSeconds(42 * 60))).isEqualTo("42 more minutes");
        assertThat(times.left(NOW.plusSeconds(1))).isEqualTo("1 more minute");
        assertThat(times.left(NOW.plus(Duration.ofMinutes(179)))).isEqualTo("2 more hours");
    }
}
