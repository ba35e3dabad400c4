package org.clientportal.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** A job that by itself runs once at the start and then never again, whatever the test takes. */
record TestJob(String name, boolean wakes, Predicate<Instant> step) implements Job {
    /** A job that a wake calls. */
    static TestJob woken(String name, Predicate<Instant> step) {
        return new TestJob(name, true, step);
    }

    /** A job that only its schedule calls. */
    static TestJob scheduled(String name, Predicate<Instant> step) {
        return new TestJob(name, false, step);
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean run(Instant now) {
        return step.test(now);
    }
}
