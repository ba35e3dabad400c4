package org.clientportal.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The titles of all rules, or of all promises, in the order of their document, and what is missing of those half built. */
final class Catalogue {
    private static final String MISSING = "missing.";
    private static final String SCRIPT = "script.";

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> scripts = new TreeMap<>();

    static Catalogue of(Subject subject) {
        Catalogue catalogue = new Catalogue();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream(subject.nouns() + ".properties")),
                StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(catalogue::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    /** By id. */
    Map<String, String> titles() {
        return Collections.unmodifiableMap(titles);
    }

    /** What proves one apart from the tests, such as a long run with its dated result, by id. */
    Map<String, SortedSet<String>> scripts() {
        return Collections.unmodifiableMap(scripts);
    }

    /** What one still lacks, if it is not yet whole. */
    Optional<String> missing(String id) {
        return Optional.ofNullable(missing.get(id));
    }

    /** Of these ids, those that nobody gave a title: mistyped tags. */
    Set<String> unknown(Set<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(titles.keySet());
        return unknown;
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        String key = line.substring(0, equals);
        String text = line.substring(equals + 1);
        if (key.startsWith(MISSING)) {
            missing.put(key.substring(MISSING.length()), text);
        } else if (key.startsWith(SCRIPT)) {
            scripts.put(key.substring(SCRIPT.length()), new TreeSet<>(Arrays.asList(text.split(", ", -1))));
        } else {
            titles.put(key, text);
        }
    }
}
