package org.clientportal.host;

import org.clientportal.host.cli.PortalCommand;

/** The program {@code portal}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(PortalCommand.run(args));
    }
}
