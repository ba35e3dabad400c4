package org.clientportal.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The titles of the rules and promises in the order of their document, and what is missing of rules half built. */
final class Catalogue {
    private static final String MISSING = "missing.";
    private static final String PROMISE = "promise.";

    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, String> promises = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    static Catalogue read() {
        Catalogue catalogue = new Catalogue();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("rules.properties")),
                StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(catalogue::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    Map<String, String> rules() {
        return rules;
    }

    Map<String, String> promises() {
        return promises;
    }

    /** What a rule still lacks, if it is not yet whole. */
    Optional<String> missing(String id) {
        return Optional.ofNullable(missing.get(id));
    }

    /** Of these ids, those that nobody gave a title: mistyped tags. */
    Set<String> unknown(Set<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(rules.keySet());
        unknown.removeAll(promises.keySet());
        return unknown;
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        String key = line.substring(0, equals);
        String text = line.substring(equals + 1);
        if (key.startsWith(MISSING)) {
            missing.put(key.substring(MISSING.length()), text);
        } else if (key.startsWith(PROMISE)) {
            promises.put(key.substring(PROMISE.length()), text);
        } else {
            rules.put(key, text);
        }
    }
}
