package org.clientportal.example.mvstore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;

/** The newest committed state, and older ones for as long as somebody reads them (STO-03, STO-04). Thread-safe. */
final class Versions {
    /** One committed state. */
    static final class Version {
        final RootReference<byte[], byte[]> root;
        private final MVStore.TxCounter usage;
        private int readers;

        private Version(RootReference<byte[], byte[]> root, MVStore.TxCounter usage) {
            this.root = root;
            this.usage = usage;
        }
    }

    private final MVMap<byte[], byte[]> map;
    private final Set<Version> kept = new HashSet<>();
    private Version newest;

    Versions(MVMap<byte[], byte[]> map) {
        this.map = map;
        this.newest = keep();
    }

    synchronized Version enter() {
        newest.readers++;
        return newest;
    }

    synchronized void leave(Version version) {
        version.readers--;
        freeIfUnused(version);
    }

    /** What the map holds now has been committed: units that start from here on see it. */
    synchronized void advance() {
        Version old = newest;
        newest = keep();
        freeIfUnused(old);
    }

    /** Frees all, also those in use: who reads on meets a closed file. */
    synchronized void close() {
        List.copyOf(kept).forEach(this::free);
    }

    private Version keep() {
        Version version = new Version(map.flushAndGetRoot(), map.getStore().registerVersionUsage());
        kept.add(version);
        return version;
    }

    private void freeIfUnused(Version version) {
        if (version != newest && version.readers == 0) {
            free(version);
        }
    }

    private void free(Version version) {
        if (kept.remove(version)) {
            map.getStore().deregisterVersionUsage(version.usage);
        }
    }
}
