package org.clientportal.model.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a folder is for. The two tax folders are known by their kind, never by a name (PM-4). */
public enum FolderKind {
    ORDINARY,
    TAX_RETURN,
    ORGANIZER;

    /** Every set there is; what each grant shows refers to one of these few, which thus stay in the processor's cache. */
    private static final List<Set<FolderKind>> SETS = IntStream.range(0, 1 << values().length)
            .mapToObj(FolderKind::ofBits)
            .toList();

    /** Whether only TAX and CLIENT_ADMIN look in here (PM-4, PM-5). */
    public boolean isTax() {
        return this != ORDINARY;
    }

    /** The same kinds as a set that cannot be changed; equal sets are the same object. */
    @SuppressWarnings("EnumOrdinal") // a bit of each, which is kept nowhere
    static Set<FolderKind> shared(Set<FolderKind> kinds) {
        int bits = 0;
        for (FolderKind kind : kinds) {
            bits |= 1 << kind.ordinal();
        }
        return SETS.get(bits);
    }

    @SuppressWarnings("EnumOrdinal") // likewise
    private static Set<FolderKind> ofBits(int bits) {
        EnumSet<FolderKind> kinds = EnumSet.allOf(FolderKind.class);
        kinds.removeIf(kind -> (bits & 1 << kind.ordinal()) == 0);
        return Collections.unmodifiableSet(kinds);
    }
}
