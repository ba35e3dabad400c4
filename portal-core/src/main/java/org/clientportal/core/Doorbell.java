package org.clientportal.core;

/** Lets units of work wake the jobs, which are made after them. Thread-safe. */
final class Doorbell implements Runnable {
    private volatile Runnable answer = () -> {};

    void answeredBy(Runnable whoever) {
        answer = whoever;
    }

    @Override
    public void run() {
        answer.run();
    }
}
