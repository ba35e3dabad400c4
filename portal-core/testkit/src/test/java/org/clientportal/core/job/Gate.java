package org.clientportal.core.job;

import java.util.concurrent.CountDownLatch;

/** Holds up whoever passes until it is opened, and tells when somebody stands before it. */
final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Waits here until the gate is open. */
    void pass() {
        reached.countDown();
        await(opened);
    }

    /** Waits until somebody stands before the gate. */
    void awaitReached() {
        await(reached);
    }

    void open() {
        opened.countDown();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
