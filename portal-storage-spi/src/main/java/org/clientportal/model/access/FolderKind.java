package org.clientportal.model.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a folder is for. The two tax folders are known by their kind, never by a name (PM-4). */
public enum FolderKind {
    ORDINARY,
    TAX_RETURN,
    ORGANIZER;

    /** Each set by its equal: what many grants show refers to these few, which thus stay in the processor's cache. */
    private static final Map<Set<FolderKind>, Set<FolderKind>> SHARED = new ConcurrentHashMap<>();

    /** Whether only TAX and CLIENT_ADMIN look in here (PM-4, PM-5). */
    public boolean isTax() {
        return this != ORDINARY;
    }

    /** The same kinds as a set that cannot be changed; equal sets are the same object. */
    static Set<FolderKind> shared(Set<FolderKind> kinds) {
        return SHARED.computeIfAbsent(Set.copyOf(kinds), FolderKind::asBits);
    }

    /** To look into one of these is to test a bit. */
    private static Set<FolderKind> asBits(Set<FolderKind> kinds) {
        EnumSet<FolderKind> bits = EnumSet.noneOf(FolderKind.class);
        bits.addAll(kinds);
        return Collections.unmodifiableSet(bits);
    }
}
