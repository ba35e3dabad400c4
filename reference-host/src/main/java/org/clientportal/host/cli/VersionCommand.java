package org.clientportal.host.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which version of the program this is. */
@Command(name = "version", description = "Says which version this is.")
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class VersionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(new Version().getVersion()[0]);
    }
}
