package org.clientportal.storage.memory;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One thing that an adapter may do wrong, and the rules by whose names the kit has to say so.
 *
 * @param what the adapter does, as a sentence's end
 * @param rules that it breaks
 * @param suites in which they are looked for
 * @param store makes one that does it
 */
record Fault<S>(String what, Set<String> rules, List<Class<?>> suites, Supplier<S> store) {
    Fault {
        rules = Set.copyOf(rules);
        suites = List.copyOf(suites);
    }

    @Override
    public String toString() {
        return String.join(", ", rules.stream().sorted().toList()) + ": a storage that " + what;
    }
}
