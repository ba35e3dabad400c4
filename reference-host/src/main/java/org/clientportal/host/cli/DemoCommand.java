package org.clientportal.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Key;
import org.clientportal.host.config.Settings;
import org.clientportal.host.demo.DemoPeople;
import org.clientportal.host.operations.Logging;
import org.clientportal.host.wiring.Host;
import org.clientportal.host.wiring.StartFailure;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.jdbc.SchemaMismatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a practice to look around in, with made-up people and files; no mail leaves the machine. */
@Command(
        name = "demo",
        description = "Serves a made-up practice to look around in. No mail leaves this machine.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--fresh", description = "Start anew: throws the demo's data away.")
    private boolean fresh;

    @Option(names = "--port", defaultValue = "8080", description = "Where to listen (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "./portal-data",
            description = "The folder of the data (${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "This machine's name or address, as a phone in the same network knows it (${DEFAULT-VALUE}).")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        HostConfig config = HostConfig.of(Settings.read(Optional.empty(), Map.of())
                .with(Key.DATA, data.toString())
                .with(Key.LISTEN_HOST, name)
                .with(Key.LISTEN_PORT, String.valueOf(port))
                .with(Key.LOG_LEVEL, "warn"));
        Origin origin = new Origin("http://" + name + ":" + port);
        PrintWriter out = spec.commandLine().getOut();
        Logging.configure(config.log());
        DemoFolder folder = DemoFolder.open(data, fresh);
        migrate(config);
        Host host = Host.open(config, true);
        try {
            Practice practice = folder.planted(host, origin, out);
            Serving.start(host);
            greet(out, practice);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
        return Serving.untilStopped();
    }

    private static void migrate(HostConfig config) {
        try {
            Host.migrateOlder(config);
        } catch (SchemaMismatch e) {
            throw new StartFailure("this demo was set up by another version; --fresh starts anew", e);
        }
    }

    private static void greet(PrintWriter out, Practice practice) {
        Origin at = practice.origin();
        out.println();
        out.println(practice.name() + " is open.");
        out.println();
        out.println("  Clients      " + at.resolve("/"));
        out.println("  The practice " + at.resolve("/practice"));
        out.println("  Mails        " + at.resolve("/dev/mailbox"));
        out.println();
        out.println("To sign in, ask for a link with one of these addresses; its mail lands in the mailbox.");
        DemoPeople.contacts().forEach(person -> greet(out, person));
        DemoPeople.staff().forEach(person -> greet(out, person));
        out.println();
        out.println("Stop with Ctrl-C.");
        out.flush();
    }

    private static void greet(PrintWriter out, DemoPeople.Entry person) {
        out.println("  " + person.email() + "  " + person.note());
    }
}
