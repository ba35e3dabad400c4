package org.clientportal.model.practice;

import java.time.Duration;
import org.clientportal.model.Require;

/**
 * How long a contact's ordinary session lasts (SI-5).
 *
 * @param absolute from signing in, 1 hour to 30 days
 * @param idle since the last request, 15 minutes to {@code absolute}
 */
public record SessionLimits(Duration absolute, Duration idle) {
    /** 12 hours absolute, 1 hour idle. */
    public static final SessionLimits DEFAULT = new SessionLimits(Duration.ofHours(12), Duration.ofHours(1));

    public SessionLimits {
        Require.that(
                absolute.compareTo(Duration.ofHours(1)) >= 0 && absolute.compareTo(Duration.ofDays(30)) <= 0,
                "sessionAbsolute",
                "out_of_range",
                "must be between 1 hour and 30 days");
        Require.that(
                idle.compareTo(Duration.ofMinutes(15)) >= 0 && idle.compareTo(absolute) <= 0,
                "sessionIdle",
                "out_of_range",
                "must be between 15 minutes and the absolute limit");
    }
}
