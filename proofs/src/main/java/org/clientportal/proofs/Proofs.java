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
    private final Map<String, Set<String>> tags = new TreeMap<>();
    private final Set<String> broken = new HashSet<>();

    synchronized void finished(TestIdentifier test, boolean passed) {
        if (!(test.getSource().orElse(null) instanceof MethodSource source)) {
            return;
        }
        String method = simpleName(source.getClassName()) + "#" + source.getMethodName();
        if (!passed) {
            broken.add(method);
        } else if (test.isTest()) {
            Set<String> proven = tags.computeIfAbsent(method, name -> new TreeSet<>());
            test.getTags().stream().map(TestTag::getName).forEach(proven::add);
        }
    }

    /** Proving methods by the id of the rule or promise that they prove. */
    synchronized SortedMap<String, SortedSet<String>> of(Subject subject) {
        String prefix = subject.tagPrefix();
        SortedMap<String, SortedSet<String>> byId = new TreeMap<>();
        tags.forEach((method, proven) -> {
            if (!broken.contains(method)) {
                proven.stream()
                        .filter(tag -> tag.startsWith(prefix))
                        .map(tag -> tag.substring(prefix.length()))
                        .forEach(id ->
                                byId.computeIfAbsent(id, i -> new TreeSet<>()).add(method));
            }
        });
        return byId;
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
