package org.clientportal.core.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;

/** What the rules say, in two tables that were written from their text and not from the policy. */
final class Expected {
    private static final List<List<String>> SEES = read("sees.expected");
    private static final List<List<String>> DOES = read("does.expected");

    /** In the order of the columns. */
    private static final List<Permission> FLAGS =
            List.of(Permission.CLIENT_ADMIN, Permission.TAX, Permission.FINANCIAL, Permission.FILES);

    private Expected() {}

    /** Whether a contact with these flags sees an item. */
    static boolean sees(ContactId viewer, Set<Permission> flags, ResourceKind kind, Traits item) {
        if (!item.released()) {
            return false;
        }
        List<String> line = SEES.stream()
                .filter(one -> one.get(0).equals(kind.name()) && fits(one.get(1), viewer, item))
                .findFirst()
                .orElseThrow();
        return line.get(2).equals("yes")
                || flags.stream()
                        .anyMatch(flag -> line.get(3 + FLAGS.indexOf(flag)).equals("yes"));
    }

    /** What comes of an action on a file in a state; {@code -}: it is not in the list. */
    static String outcome(String who, String action, String state) {
        int column = 2 + List.of("visible", "hidden", "trashed").indexOf(state);
        return DOES.stream()
                .filter(line -> line.get(0).equals(who) && line.get(1).equals(action))
                .findFirst()
                .orElseThrow()
                .get(column);
    }

    /** Every kind that stands in the table. */
    static List<String> kinds() {
        return SEES.stream().map(line -> line.get(0)).distinct().toList();
    }

    private static boolean fits(String which, ContactId viewer, Traits item) {
        return switch (which) {
            case "any" -> true;
            case "mine" -> item.author().equals(Optional.of(viewer));
            case "to:me" -> item.addressees().contains(viewer);
            case "to:nobody" -> item.addressees().isEmpty();
            case "in:nothing" -> item.folder().isEmpty();
            default -> item.folder().equals(Optional.of(FolderKind.valueOf(which.substring("in:".length()))));
        };
    }

    private static List<List<String>> read(String name) {
        InputStream stream = Objects.requireNonNull(Expected.class.getResourceAsStream(name));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" +")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
