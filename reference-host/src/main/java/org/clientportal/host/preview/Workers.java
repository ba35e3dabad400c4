package org.clientportal.host.preview;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker processes: as many as may draw at once, started when first needed. Files of one person from outside the firm never
 * take all of them, so that whoever adds what cannot be drawn in time keeps nobody else's from being drawn (P21). Thread-safe.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final PreviewLimits limits;
    private final Semaphore free;
    /** Gone when nobody of theirs is drawn or waits. */
    private final LoadingCache<Principal, Semaphore> shares;

    private final DrawingFolder folder;
    private final Set<Worker> running = new HashSet<>();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private boolean closed;

    Workers(PreviewLimits limits, DrawingFolder folder) {
        this.limits = limits;
        this.folder = folder;
        this.free = new Semaphore(limits.processes(), true);
        int share = Math.max(1, limits.processes() - 1);
        this.shares = Caffeine.newBuilder().weakValues().build(author -> new Semaphore(share, true));
    }

    /**
     * Draws, waiting for a process if all are busy, and before that for the author's other files.
     *
     * @param author who added the file
     * @return empty if the file cannot be drawn, also when it broke its process
     * @throws PortalException.Unavailable {@code busy} if none got free in time or can be started
     */
    Optional<Picture> draw(DrawRequest wanted, Principal author) {
        if (author.isFirm()) {
            return draw(wanted);
        }
        Semaphore share = shares.get(author);
        acquire(share);
        try {
            return draw(wanted);
        } finally {
            share.release();
        }
    }

    private Optional<Picture> draw(DrawRequest wanted) {
        acquire(free);
        try {
            Worker worker = take();
            boolean sound = false;
            try {
                Optional<Picture> drawn = worker.draw(wanted, limits.drawTime());
                sound = true;
                return drawn;
            } catch (IOException | RuntimeException broken) {
                refuseIfClosed();
                LOG.info("A file broke the process that was to draw it", broken);
                return Optional.empty();
            } finally {
                give(worker, sound);
            }
        } catch (IOException cannotStart) {
            LOG.error("No process to draw with can be started", cannotStart);
            throw busy();
        } finally {
            free.release();
        }
    }

    /** Ends all of them, also those that draw; nothing is drawn any more. */
    @Override
    public void close() {
        List<Worker> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(running);
        }
        ending.forEach(Worker::close);
    }

    private void acquire(Semaphore turns) {
        try {
            if (turns.tryAcquire(limits.waitTime().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static PortalException busy() {
        return new PortalException.Unavailable(CoreError.BUSY, "Too many previews at once. Please try again.");
    }

    private synchronized void refuseIfClosed() {
        if (closed) {
            throw busy();
        }
    }

    private synchronized Worker take() throws IOException {
        refuseIfClosed();
        while (!idle.isEmpty()) {
            Worker worker = idle.pop();
            if (worker.isAlive()) {
                return worker;
            }
            running.remove(worker);
        }
        Worker started = Worker.start(limits.heapMegabytes(), folder);
        running.add(started);
        return started;
    }

    private void give(Worker worker, boolean sound) {
        if (!sound) {
            worker.close();
        }
        synchronized (this) {
            if (sound) {
                idle.push(worker);
            } else {
                running.remove(worker);
            }
        }
    }
}
