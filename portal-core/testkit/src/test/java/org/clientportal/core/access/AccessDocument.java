package org.clientportal.core.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.staff.ClientAccess;

/** {@code docs/access.md}, made from the policy as it stands. */
final class AccessDocument {
    private static final Map<AccessRule.Sees, String> WORDS = Map.of(
            AccessRule.Sees.RELEASED, "all",
            AccessRule.Sees.ORDINARY_FOLDERS, "outside the two tax folders",
            AccessRule.Sees.TAX_FOLDERS, "in the two tax folders",
            AccessRule.Sees.OWN, "what they added",
            AccessRule.Sees.ADDRESSED, "what is addressed to them",
            AccessRule.Sees.ADDRESSED_OR_OPEN, "what is addressed to them or to nobody");

    private AccessDocument() {}

    static Path file() {
        return Path.of(System.getProperty("portal.root", "")).resolve("docs/access.md");
    }

    static void write() throws IOException {
        Files.writeString(file(), text());
    }

    static String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Who sees what");
        lines.add("");
        lines.add(
                "Written from the policy's own table by `mvn verify -Pfull`; a test fails when it is out of date. The rule behind");
        lines.add(
                "each cell stands in brackets. What no cell grants is denied, and answered like what does not exist.");
        lines.add("");
        lines.add("## Contacts, at each of their clients");
        lines.add("");
        lines.add(
                "Flags only add: what any of them grants is granted. No flag shows what is hidden, unpublished, a draft or in the");
        lines.add(
                "trash. A relation that is suspended, a client that is deleted and access that was removed grant nothing.");
        lines.add("");
        List<Optional<Permission>> holders = Stream.concat(
                        Stream.of(Optional.<Permission>empty()),
                        Stream.of(Permission.values()).map(Optional::of))
                .toList();
        lines.add("| | every contact | "
                + Stream.of(Permission.values()).map(flag -> "`" + flag + "`").collect(Collectors.joining(" | "))
                + " |");
        lines.add("|---|---|---|---|---|---|");
        for (ResourceKind kind : ResourceKind.values()) {
            lines.add("| " + words(kind) + " | "
                    + holders.stream().map(holder -> cell(kind, holder)).collect(Collectors.joining(" | ")) + " |");
        }
        lines.add("");
        lines.add(
                "A contact adds files where it sees a folder: `CLIENT_ADMIN` anywhere, `FILES` outside the two tax folders, `TAX` in");
        lines.add("them (DO-10), and deletes what it added itself within the practice's time (DO-4).");
        lines.add("");
        lines.add("## The firm");
        lines.add("");
        lines.add("| | at a client in reach | at any other |");
        lines.add("|---|---|---|");
        for (boolean admin : List.of(false, true)) {
            lines.add("| " + (admin ? "administrator, who reaches all" : "member") + " | " + firm(admin, true) + " | "
                    + firm(admin, false) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(ResourceKind kind, Optional<Permission> holder) {
        return AccessTable.rules().stream()
                .filter(rule -> rule.kind() == kind && rule.holder().equals(holder))
                .map(rule -> WORDS.get(rule.sees()) + " (" + rule.rule() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String firm(boolean admin, boolean reached) {
        ClientId client = new ClientId(new UUID(7, 1));
        ClientAccess access = reached ? ClientAccess.only(Set.of(client)) : ClientAccess.only(Set.of());
        Visibility visibility = Policy.published().of(new Firm(admin, access), client, ResourceKind.DOCUMENT);
        return visibility.equals(Visibility.ALL)
                ? "everything, what is hidden and drafts included"
                : visibility.equals(Visibility.NONE) ? "nothing" : visibility.toString();
    }

    private static String words(ResourceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s";
    }
}
