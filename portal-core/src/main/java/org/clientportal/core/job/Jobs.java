package org.clientportal.core.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The clockwork behind the jobs. Nothing starts by itself: either {@link #start} runs them on daemon threads, one for each,
 * so that none waits for another, or an embedder with a scheduler of its own calls {@link #runOnce}. A job that fails is
 * logged and runs again in its next round. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
    /** How long a stop waits for the steps in hand. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    private final List<Round> rounds;
    private final Clock clock;
    private volatile boolean closed;
    private @Nullable ScheduledThreadPoolExecutor executor;
    private volatile List<Ticker> awakened = List.of();

    public Jobs(List<Job> jobs, Clock clock, JobListener listener) {
        this.rounds = jobs.stream().map(job -> new Round(job, clock, listener)).toList();
        this.clock = clock;
    }

    /**
     * Starts the threads.
     *
     * @throws IllegalStateException if they were started or closed before
     */
    public synchronized void start() {
        if (executor != null || closed) {
            throw new IllegalStateException("jobs start once");
        }
        // What is demanded of closed jobs is dropped: it never fails the commit behind it.
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
                Math.max(1, rounds.size()), daemons(), new ThreadPoolExecutor.DiscardPolicy());
        executor = threads;
        List<Ticker> urgent = new ArrayList<>();
        for (Round round : rounds) {
            Ticker ticker = new Ticker(() -> round.run(clock.instant(), this::goesOn), threads);
            long pause = round.job().every().toNanos();
            ScheduledFuture<?> unused = threads.scheduleWithFixedDelay(ticker, 0, pause, TimeUnit.NANOSECONDS);
            if (round.job().wakes()) {
                urgent.add(ticker);
            }
        }
        awakened = List.copyOf(urgent);
    }

    /** Has the jobs that wait for it look at once, if the threads run; returns at once. To be called after a commit. */
    public void wake() {
        if (goesOn()) {
            awakened.forEach(Ticker::run);
        }
    }

    /**
     * Runs every job here until nothing more waits; a failing one is logged and keeps no other from running. Needs no
     * {@link #start}, and may run beside it and on several nodes.
     *
     * @param now what time it is for the jobs
     */
    public void runOnce(Instant now) {
        rounds.forEach(round -> round.run(now, this::goesOn));
    }

    /** Stops for good: steps in hand are finished, such as a message on its way, and no others are begun. */
    @Override
    public synchronized void close() {
        closed = true;
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return !closed;
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "portal-job-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
