package org.clientportal.proofs;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** What the tests of one run prove: a method counts if it ran and each of its runs passed. Thread-safe. */
final class Proofs {
    private static final String RULE = "rule:";
    private static final String PROMISE = "promise:";

    private final Map<String, Set<String>> rules = new TreeMap<>();
    private final Set<String> broken = new HashSet<>();

    synchronized void finished(TestIdentifier test, boolean passed) {
        if (!(test.getSource().orElse(null) instanceof MethodSource source)) {
            return;
        }
        String method = simpleName(source.getClassName()) + "#" + source.getMethodName();
        if (!passed) {
            broken.add(method);
        } else if (test.isTest()) {
            Set<String> proven = rules.computeIfAbsent(method, name -> new TreeSet<>());
            test.getTags().stream().map(TestTag::getName).forEach(tag -> note(tag, proven));
        }
    }

    /** Proving methods by the id of what they prove. */
    synchronized SortedMap<String, SortedSet<String>> byRule() {
        SortedMap<String, SortedSet<String>> byRule = new TreeMap<>();
        rules.forEach((method, proven) -> {
            if (!broken.contains(method)) {
                proven.forEach(id ->
                        byRule.computeIfAbsent(id, rule -> new TreeSet<>()).add(method));
            }
        });
        return byRule;
    }

    private static void note(String tag, Set<String> proven) {
        if (tag.startsWith(RULE)) {
            proven.add(tag.substring(RULE.length()));
        } else if (tag.startsWith(PROMISE)) {
            proven.add(tag.substring(PROMISE.length()));
        }
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
