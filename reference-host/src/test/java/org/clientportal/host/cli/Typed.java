package org.clientportal.host.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line came to. */
record Typed(int exit, String out, String err) {
    static Typed at(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = PortalCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Typed(exit, out.toString(), err.toString());
    }
}
