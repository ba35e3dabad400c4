package org.clientportal.host.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Request;

/**
 * Answers to what anybody may send leave at even times after the request came, so that none tells by how long it took
 * whether an address is known (P4). Equal work alone does not hide it: a row that is there is found, changed and mailed to.
 */
final class EvenTimes {
    /** Several times what the work takes; work that takes longer waits for the next even time. */
    static final Duration STEP = Duration.ofMillis(25);

    private EvenTimes() {}

    /** Waits for the request's next even time. An interrupted thread waits no longer, and stays interrupted. */
    static void await(Request request) {
        Turns.giveUp(request);
        long step = STEP.toNanos();
        long begin = request.getBeginNanoTime();
        long due = ((System.nanoTime() - begin) / step + 1) * step;
        for (long left = due; left > 0 && !Thread.currentThread().isInterrupted(); ) {
            left = due - (System.nanoTime() - begin);
            LockSupport.parkNanos(left);
        }
    }
}
