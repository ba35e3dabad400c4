package org.clientportal.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clientportal.host.backup.Progress;
import org.clientportal.host.wiring.Maintenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks everything over, while the portal serves. */
@Command(
        name = "verify",
        description = "Checks rows, audit and files against one another; exit code 1 if anything is wrong.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Option(
            names = "--backup",
            paramLabel = "DIR",
            description = "An earlier backup, whose audit records must still be there.")
    private @Nullable Path backup;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Findings findings = new Findings(out);
        new Maintenance(config.read(), new Progress(out)).verify(Optional.ofNullable(backup), findings);
        return findings.exitCode();
    }
}
