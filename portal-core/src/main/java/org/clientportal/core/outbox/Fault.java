package org.clientportal.core.outbox;

/** Tells of an exception whose message may quote what must not be told, such as a link or an address. */
final class Fault {
    private Fault() {}

    /** What it is and where it happened, without its message. */
    static String of(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return e.getClass().getSimpleName() + where;
    }
}
