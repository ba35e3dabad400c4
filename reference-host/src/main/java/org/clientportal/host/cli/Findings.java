package org.clientportal.host.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Writes what is wrong with the data, a line for each thing, and makes the exit code of it. */
final class Findings implements Consumer<String> {
    private final PrintWriter out;
    private long count;

    Findings(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(String wrong) {
        count++;
        out.println("WRONG: " + wrong);
        out.flush();
    }

    /** Says how many there were; 0 if none. */
    int exitCode() {
        out.println(count == 0 ? "Nothing is wrong." : count + (count == 1 ? " thing is" : " things are") + " wrong.");
        out.flush();
        return count == 0 ? 0 : PortalCommand.FAILED;
    }
}
