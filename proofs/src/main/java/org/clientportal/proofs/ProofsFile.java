package org.clientportal.proofs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The document of the rules, or of the promises. Its last column groups the proofs by module, and is read back, so that each module replaces its own and
 * keeps those of the others; the same proofs always give the same text.
 */
final class ProofsFile {
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z0-9-]+) \\| .* \\| (.*) \\|");
    private static final Pattern GROUP = Pattern.compile("\\*([^*]+)\\*: (.*)");
    private static final String BREAK = "<br>";
    private static final String SCRIPTS = "scripts";

    private final Subject subject;
    private final Path file;
    private final Catalogue catalogue;

    ProofsFile(Path docs, Subject subject) {
        this.subject = subject;
        file = docs.resolve(subject.nouns() + ".md");
        catalogue = Catalogue.of(subject);
    }

    /** Puts a module's proofs, by id, in the place of those it had. */
    void replace(String module, Map<String, ? extends SortedSet<String>> proofs) throws IOException {
        Map<String, SortedMap<String, SortedSet<String>>> all = read();
        put(all, module, proofs);
        put(all, SCRIPTS, catalogue.scripts());
        all.values().removeIf(Map::isEmpty);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text(all));
    }

    private static void put(
            Map<String, SortedMap<String, SortedSet<String>>> all,
            String group,
            Map<String, ? extends SortedSet<String>> proofs) {
        all.values().forEach(groups -> groups.remove(group));
        proofs.forEach(
                (id, proof) -> all.computeIfAbsent(id, i -> new TreeMap<>()).put(group, proof));
    }

    /** By id and module. */
    private Map<String, SortedMap<String, SortedSet<String>>> read() throws IOException {
        Map<String, SortedMap<String, SortedSet<String>>> all = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    all.put(row.group(1), groups(row.group(2)));
                }
            }
        }
        return all;
    }

    private static SortedMap<String, SortedSet<String>> groups(String cell) {
        SortedMap<String, SortedSet<String>> modules = new TreeMap<>();
        for (String part : cell.split(BREAK, -1)) {
            Matcher group = GROUP.matcher(part);
            if (group.matches()) {
                modules.put(group.group(1), new TreeSet<>(List.of(group.group(2).split(", ", -1))));
            }
        }
        return modules;
    }

    private String text(Map<String, SortedMap<String, SortedSet<String>>> all) {
        List<String> lines = new ArrayList<>();
        lines.add("# The " + subject.nouns() + " and where they are proved");
        lines.add("");
        lines.add(
                "Written by the tests themselves when all of a module's have run (`mvn verify -Pfull`): a test that names a");
        lines.add(subject.noun() + " (`@Tag(\"" + subject.exampleTag() + "\")`) and passes is its proof.");
        lines.add("*Partly*: what is built is proved, and the words after it say what is missing yet.");
        lines.add("");
        lines.add("| Id | What | State | Proved by |");
        lines.add("|---|---|---|---|");
        catalogue.titles().forEach((id, title) -> {
            SortedMap<String, SortedSet<String>> modules = all.getOrDefault(id, new TreeMap<>());
            lines.add("| " + id + " | " + title + " | " + state(id, modules.isEmpty()) + " | " + cell(modules) + " |");
        });
        for (String unknown : catalogue.unknown(all.keySet())) {
            lines.add("");
            lines.add("**" + unknown + "** is named by a test and is no " + subject.noun() + ": " + all.get(unknown));
        }
        return String.join("\n", lines) + "\n";
    }

    private String state(String id, boolean bare) {
        if (bare) {
            return "not built yet";
        }
        return catalogue.missing(id).map(words -> "*partly*: without " + words).orElse("proved");
    }

    private static String cell(SortedMap<String, SortedSet<String>> modules) {
        return modules.entrySet().stream()
                .map(module -> "*" + module.getKey() + "*: " + String.join(", ", module.getValue()))
                .collect(Collectors.joining(BREAK));
    }
}
