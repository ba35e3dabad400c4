package org.clientportal.core.fault;

/** What goes wrong at one call. */
enum Fault {
    REFUSED("fails, having done nothing", false, After.GOES_ON),
    ANSWER_LOST("is done, and its answer lost", true, After.GOES_ON),
    CONFLICT("meets a conflict", false, After.GOES_ON),
    OUT("fails, and so does all after it", false, After.FAILS),
    OUT_ANSWER_LOST("is done and its answer lost, and all after it fails", true, After.FAILS),
    CRASH("is not reached by a process that dies", false, After.DEAD),
    CRASH_ANSWER_LOST("is done by a process that dies then", true, After.DEAD);

    /** How the calls that follow fare. */
    enum After {
        GOES_ON,
        FAILS,
        DEAD
    }

    private final String words;
    private final boolean done;
    private final After after;

    Fault(String words, boolean done, After after) {
        this.words = words;
        this.done = done;
        this.after = after;
    }

    /** Whether the call has its effect all the same. */
    boolean isDone() {
        return done;
    }

    After after() {
        return after;
    }

    @Override
    public String toString() {
        return words;
    }

    /** The process is gone: no program can catch it, and nothing that runs on reaches a store. */
    static final class Crashed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
