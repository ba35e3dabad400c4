package org.clientportal.host.preview;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.error.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker processes: started when first needed, and kept for the next file. Thread-safe. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final PreviewLimits limits;
    private final DrawingFolder folder;
    private final Set<Worker> running = new HashSet<>();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private boolean closed;

    Workers(PreviewLimits limits, DrawingFolder folder) {
        this.limits = limits;
        this.folder = folder;
    }

    /**
     * Draws, in a turn of its file's.
     *
     * @return empty if the file cannot be drawn, also when it broke its process
     * @throws PortalException.Unavailable {@code busy} if no process can be started, or when they are closed
     */
    Optional<Picture> draw(DrawRequest wanted) {
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

    private synchronized void refuseIfClosed() {
        if (closed) {
            throw DrawingTurns.busy();
        }
    }

    private synchronized Worker take() {
        refuseIfClosed();
        while (!idle.isEmpty()) {
            Worker worker = idle.pop();
            if (worker.isAlive()) {
                return worker;
            }
            running.remove(worker);
        }
        try {
            Worker started = Worker.start(limits.heapMegabytes(), folder);
            running.add(started);
            return started;
        } catch (IOException cannotStart) {
            LOG.error("No process to draw with can be started", cannotStart);
            throw DrawingTurns.busy();
        }
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
