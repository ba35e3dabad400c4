package org.clientportal.host.cli;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.wiring.Host;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets up practices. */
@Command(
        name = "practice",
        description = "Sets up practices.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class PracticeCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "create", description = "Sets up a practice.", mixinStandardHelpOptions = true)
    int create(
            @Mixin ConfigOption file,
            @Option(
                            names = "--origin",
                            required = true,
                            description = "Its address, such as https://portal.firm.example.")
                    String origin,
            @Option(names = "--name", required = true, description = "Its name, as people read it.") String name,
            @Option(names = "--slug", required = true, description = "Its short name, of a-z, 0-9 and hyphens.")
                    String slug,
            @Option(names = "--zone", required = true, description = "Its time zone, such as America/New_York.")
                    ZoneId zone,
            @Option(names = "--currency", defaultValue = "USD", description = "Its currency (${DEFAULT-VALUE}).")
                    Currency currency,
            @Option(names = "--locale", defaultValue = "en-US", description = "Its language (${DEFAULT-VALUE}).")
                    String locale,
            @Option(names = "--accent", description = "Its colour, such as #1a6b54.") @Nullable String accent) {
        CreatePractice command = new CreatePractice(
                new Slug(slug),
                name,
                new Origin(origin),
                zone,
                currency,
                Locale.forLanguageTag(locale),
                Optional.ofNullable(accent),
                Optional.empty());
        PlainHttp.refuse(command.origin());
        try (Host host = Host.open(file.read(), false)) {
            Practice practice = host.portal().practices().create(command);
            spec.commandLine()
                    .getOut()
                    .println("Practice " + practice.slug() + " is at "
                            + practice.origin().value() + ". Next: portal staff add --practice " + practice.slug()
                            + " --role ADMIN ...");
        }
        return 0;
    }
}
