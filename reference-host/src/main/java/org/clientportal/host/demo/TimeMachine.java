package org.clientportal.host.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs some time behind another, by as much as is set. */
final class TimeMachine extends Clock {
    private final Clock present;
    private Duration ago = Duration.ZERO;

    TimeMachine(Clock present) {
        this.present = present;
    }

    void goBack(Duration from) {
        ago = from;
    }

    @Override
    public Instant instant() {
        return present.instant().minus(ago);
    }

    @Override
    public ZoneId getZone() {
        return present.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return present.withZone(zone);
    }
}
