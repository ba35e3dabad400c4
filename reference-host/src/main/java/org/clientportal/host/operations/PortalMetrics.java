package org.clientportal.host.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import org.clientportal.core.job.JobListener;
import org.clientportal.core.outbox.DeliveryListener;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;

/** Counts what the portal's jobs and deliveries come to. Thread-safe. */
public final class PortalMetrics implements DeliveryListener, JobListener {
    private final MeterRegistry registry;

    public PortalMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void tried(Lane lane, String kind, DeliveryState state) {
        registry.counter("portal.deliveries", "lane", lane.name(), "kind", kind, "state", state.name())
                .increment();
    }

    @Override
    public void ran(String job, Duration took, Optional<Throwable> failure) {
        Timer.builder("portal.jobs")
                .tag("job", job)
                .tag("outcome", failure.isPresent() ? "failed" : "done")
                .register(registry)
                .record(took);
    }
}
