package org.clientportal.host.cli;

import org.clientportal.host.wiring.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the database's tables, or brings them up to this program. */
@Command(
        name = "migrate",
        description = "Makes the database's tables, or brings them up to this version.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class MigrateCommand implements Runnable {
    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        int version = Host.migrate(config.read());
        spec.commandLine().getOut().println("The database is at version " + version + ".");
    }
}
