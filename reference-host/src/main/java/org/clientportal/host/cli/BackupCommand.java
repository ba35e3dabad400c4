package org.clientportal.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clientportal.host.backup.Progress;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.wiring.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs everything up but the keys, while the portal serves. */
@Command(
        name = "backup",
        description = "Copies the database and the files into a folder, while the portal serves.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Parameters(paramLabel = "DIR", description = "A folder that is new or empty.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        HostConfig read = config.read();
        PrintWriter out = spec.commandLine().getOut();
        List<String> wrong = new Maintenance(read, new Progress(out)).backup(folder, new Version().getVersion()[0]);
        Findings findings = new Findings(out);
        wrong.forEach(findings);
        int exit = findings.exitCode();
        out.println("The backup is in " + folder + ". The keys file is not in it, on purpose: keep a copy of "
                + read.keysFile() + " somewhere else.");
        return exit;
    }
}
