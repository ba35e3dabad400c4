package org.clientportal.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.clientportal.core.job.Job;
import org.clientportal.model.outbox.Lane;

/** Delivers one lane of the outbox, a message at a step. A commit that queued something wakes it. */
public final class LaneJob implements Job {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Dispatcher dispatcher;
    private final Lane lane;

    public LaneJob(Dispatcher dispatcher, Lane lane) {
        this.dispatcher = dispatcher;
        this.lane = lane;
    }

    @Override
    public String name() {
        return "deliver-" + lane.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public boolean run(Instant now) {
        return dispatcher.deliverNext(lane, now);
    }

    @Override
    public boolean wakes() {
        return true;
    }
}
