package org.clientportal.core.job;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a task on demand, never twice at once: a demand while it runs makes it run once more after. Thread-safe.
 */
final class Ticker implements Runnable {
    private final Runnable task;
    private final Executor executor;
    private final AtomicInteger demands = new AtomicInteger();

    /** @param task throws nothing */
    Ticker(Runnable task, Executor executor) {
        this.task = task;
        this.executor = executor;
    }

    /** Demands a run; returns at once. */
    @Override
    public void run() {
        if (demands.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        int met;
        do {
            met = demands.get();
            task.run();
        } while (!demands.compareAndSet(met, 0));
    }
}
