package org.clientportal.host.cli;

import java.util.Set;
import org.clientportal.core.Actors;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.host.wiring.Host;
import org.clientportal.host.wiring.StartFailure;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets up a practice's staff. */
@Command(
        name = "staff",
        description = "Sets up a practice's staff.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class StaffCommand {
    /** Which clients a member reaches at first. */
    enum Clients {
        ALL,
        NONE
    }

    @Spec
    private CommandSpec spec;

    @Command(name = "add", description = "Adds a member of the staff.", mixinStandardHelpOptions = true)
    int add(
            @Mixin ConfigOption file,
            @Option(names = "--practice", required = true, description = "The practice's slug.") String practice,
            @Option(names = "--email", required = true, description = "Where sign-in links are sent.") String email,
            @Option(names = "--name", required = true, description = "The name that colleagues and clients see.")
                    String name,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}.") StaffRole role,
            @Option(
                            names = "--clients",
                            defaultValue = "ALL",
                            description = "What a MEMBER reaches: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
                    Clients clients,
            @Option(names = "--impersonate", description = "May look at the portal as a contact.")
                    boolean impersonate) {
        AddStaff command = new AddStaff(
                new EmailAddress(email),
                name,
                role,
                impersonate,
                clients == Clients.ALL ? ClientAccess.ALL : ClientAccess.only(Set.of()));
        Slug slug = new Slug(practice);
        try (Host host = Host.open(file.read(), false)) {
            Practice known = host.portal()
                    .practices()
                    .bySlug(slug)
                    .orElseThrow(() -> new StartFailure("there is no practice " + slug, null));
            StaffMember member = host.portal().staff().add(Actors.system(known.id()), command);
            spec.commandLine()
                    .getOut()
                    .println(member.name() + " can sign in at " + known.origin().resolve("/practice/sign-in"));
        }
        return 0;
    }
}
