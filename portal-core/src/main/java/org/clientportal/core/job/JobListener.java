package org.clientportal.core.job;

import java.time.Duration;
import java.util.Optional;

/** Hears how the jobs fare, for metrics. Called by the threads of the jobs; returns at once. */
@FunctionalInterface
public interface JobListener {
    /** Hears nothing. */
    JobListener NONE = (job, took, failure) -> {};

    /** A round of a job has ended. */
    void ran(String job, Duration took, Optional<Throwable> failure);
}
