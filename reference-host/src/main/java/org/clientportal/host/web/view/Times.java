package org.clientportal.host.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/**
 * Times as a reader says them, in the practice's zone and the reader's language.
 *
 * @param t the reader's catalogue
 * @param zone the practice's zone
 * @param now the instant of the request; also written into the page, so that countdowns run on the server's time
 */
public record Times(Texts t, ZoneId zone, Instant now) {

    /** The day: "Mar 14, 2026". */
    public String date(Instant instant) {
        return date(day(instant));
    }

    /** A day that has no time of day, such as a due date. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(t.locale())
                .format(day);
    }

    /** Day and time to the minute. */
    public String dateTime(Instant instant) {
        return format(instant, FormatStyle.MEDIUM, FormatStyle.SHORT);
    }

    /** Day, time to the second and zone, shown on hover. */
    public String exact(Instant instant) {
        return format(instant, FormatStyle.FULL, FormatStyle.LONG);
    }

    /** How long ago: "just now", "5 minutes ago", "2 hours ago", "yesterday"; before that, the day. */
    public String ago(Instant instant) {
        long minutes = Duration.between(instant, now).toMinutes();
        long days = ChronoUnit.DAYS.between(day(instant), day(now));
        if (minutes < 1) {
            return t.get("ago.now");
        }
        if (minutes < 60) {
            return t.get("ago.minutes", minutes);
        }
        if (days == 0) {
            return t.get("ago.hours", minutes / 60);
        }
        return days == 1 ? t.get("ago.yesterday") : date(instant);
    }

    /** When something is due: "due today", "due tomorrow", "due in 5 days", "due Mar 14, 2026", "2 days overdue". */
    public String due(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day(now), day);
        if (days < 0) {
            return t.get("due.overdue", -days);
        }
        if (days < 2) {
            return t.get(days == 0 ? "due.today" : "due.tomorrow");
        }
        return days < 8 ? t.get("due.days", days) : t.get("due.date", date(day));
    }

    /**
     * What is left before a deadline, to be put into a sentence: "42 more minutes" (a started minute counts), from two
     * hours on "2 more hours" (a started hour does not); {@code portal.js} counts on in the same words.
     */
    public String left(Instant deadline) {
        long minutes = Math.max(1, (Duration.between(now, deadline).toMillis() + 59_999) / 60_000);
        if (minutes < 2) {
            return t.get("left.minute");
        }
        return minutes < 120 ? t.get("left.minutes", minutes) : t.get("left.hours", minutes / 60);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private String format(Instant instant, FormatStyle date, FormatStyle time) {
        ZonedDateTime local = instant.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(date, time)
                .withLocale(t.locale())
                .format(local);
    }
}
