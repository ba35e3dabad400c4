package org.clientportal.host.preview;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.Principal;

/**
 * Who draws next: as many at once as there are processes to draw. Files of one person from outside the firm never take all of
 * them, so that whoever adds what cannot be drawn in time keeps nobody else's from being drawn (P21). Thread-safe.
 */
final class DrawingTurns {
    private final PreviewLimits limits;
    private final Semaphore free;
    /** Gone when nobody of theirs is drawn or waits. */
    private final LoadingCache<Principal, Semaphore> shares;

    DrawingTurns(PreviewLimits limits) {
        this.limits = limits;
        this.free = new Semaphore(limits.processes(), true);
        int share = Math.max(1, limits.processes() - 1);
        this.shares = Caffeine.newBuilder().weakValues().build(author -> new Semaphore(share, true));
    }

    /**
     * Does all that drawing a file takes, having waited until a process is free for it, and before that for the author's
     * other files.
     *
     * @param author who added the file
     * @throws PortalException.Unavailable {@code busy} if its turn did not come in time
     */
    <T> T inTurn(Principal author, Supplier<T> work) {
        return author.isFirm() ? holding(free, work) : holding(shares.get(author), () -> holding(free, work));
    }

    static PortalException busy() {
        return new PortalException.Unavailable(CoreError.BUSY, "Too many previews at once. Please try again.");
    }

    private <T> T holding(Semaphore turns, Supplier<T> work) {
        acquire(turns);
        try {
            return work.get();
        } finally {
            turns.release();
        }
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
}
