package org.clientportal.host.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program, without a word what to do. */
@Command(
        name = "portal",
        description = "The client portal of an accounting practice.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            PracticeCommand.class,
            StaffCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class,
            WarmUpCommand.class
        })
public final class PortalCommand {
    /** The exit code for a wrong command line or configuration. */
    static final int USAGE = CommandLine.ExitCode.USAGE;
    /** The exit code for all else that stops a command. */
    static final int FAILED = CommandLine.ExitCode.SOFTWARE;

    /**
     * Runs a command line.
     *
     * @return the exit code: 0, 1 if it failed, 2 if the command line or the configuration is wrong
     */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new PortalCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OneLine());
    }
}
