package org.clientportal.core.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job until nothing more waits. Whatever the job throws is logged, and ends no more than the round. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Job job;
    private final Clock clock;
    private final JobListener listener;
    private volatile @Nullable Class<?> failing;

    Round(Job job, Clock clock, JobListener listener) {
        this.job = job;
        this.clock = clock;
        this.listener = listener;
    }

    Job job() {
        return job;
    }

    /**
     * One round; a failure ends it and is logged.
     *
     * @param start what time it is for the job as the round starts; goes on with the clock
     * @param goOn asked before each step
     */
    void run(Instant start, BooleanSupplier goOn) {
        Instant began = clock.instant();
        Optional<Throwable> failure = Optional.empty();
        try {
            boolean more = true;
            while (more && goOn.getAsBoolean()) {
                more = job.run(
                        start.plus(Duration.between(began, clock.instant())).truncatedTo(ChronoUnit.MICROS));
            }
            recovered();
        } catch (Throwable e) {
            failure = Optional.of(e);
            failed(e);
        }
        tell(Duration.between(began, clock.instant()), failure);
    }

    private void tell(Duration took, Optional<Throwable> failure) {
        try {
            listener.ran(job.name(), took, failure);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed after job {}", job.name(), e);
        }
    }

    /** The same failure round after round is told in full once: a database that is down must not fill the disk. */
    private void failed(Throwable e) {
        if (e.getClass().equals(failing)) {
            LOG.debug("Job {} still fails", job.name(), e);
        } else {
            LOG.error("Job {} failed; it goes on with its next round", job.name(), e);
        }
        failing = e.getClass();
    }

    private void recovered() {
        if (failing != null) {
            LOG.info("Job {} works again", job.name());
            failing = null;
        }
    }
}
