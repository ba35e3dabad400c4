package org.clientportal.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clientportal.host.backup.Progress;
import org.clientportal.host.wiring.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back where nothing is. */
@Command(
        name = "restore",
        description = "Puts a backup back, into an empty database and an empty folder of files.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Parameters(paramLabel = "DIR", description = "The backup's folder.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Findings findings = new Findings(out);
        new Maintenance(config.read(), new Progress(out)).restore(folder).forEach(findings);
        out.println(
                "Everybody is signed out, and no link or code of before works. Mails that were queued are not sent.");
        return findings.exitCode();
    }
}
