package org.clientportal.core.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clientportal.model.contact.Permission;

/** All that can be given to a contact. */
final class Flags {
    private Flags() {}

    /** Each of the 16 sets of permissions. */
    static List<Set<Permission>> everySet() {
        List<Set<Permission>> sets = new ArrayList<>(List.of(Set.of()));
        for (Permission permission : Permission.values()) {
            for (Set<Permission> without : List.copyOf(sets)) {
                Set<Permission> with = EnumSet.of(permission);
                with.addAll(without);
                sets.add(with);
            }
        }
        return sets;
    }
}
