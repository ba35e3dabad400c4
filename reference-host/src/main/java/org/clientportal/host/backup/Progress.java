package org.clientportal.host.backup;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says every few seconds how far something long has come. Belongs to one thread. */
public final class Progress {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter out;
    private long saidAt = System.nanoTime();

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** Says something at once. */
    public void say(String line) {
        out.println(line);
        out.flush();
        saidAt = System.nanoTime();
    }

    /** Says how many are done, if nothing was said for a while. */
    void at(long done, long total, long bytes) {
        if (System.nanoTime() - saidAt >= PAUSE) {
            say("  " + done + " of " + total + " documents, " + (bytes >> 20) + " MiB");
        }
    }
}
