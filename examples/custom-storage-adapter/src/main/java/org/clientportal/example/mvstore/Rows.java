package org.clientportal.example.mvstore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clientportal.storage.StorageException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/**
 * What one unit sees: a committed version with the unit's own changes laid over it (STO-02). The changes stay here until
 * the work has returned, so that there is nothing to undo when it throws, nor after a crash (STO-01).
 */
final class Rows {
    private static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

    private final MVMap<byte[], byte[]> map;
    private final RootReference<byte[], byte[]> base;
    /** Absent: removed. Concurrent, because rows may change while a scan goes on. */
    private final NavigableMap<byte[], Optional<byte[]>> changes = new ConcurrentSkipListMap<>(ORDER);

    private Optional<StorageException> death = Optional.empty();

    Rows(MVMap<byte[], byte[]> map, RootReference<byte[], byte[]> base) {
        this.map = map;
        this.base = base;
    }

    Optional<byte[]> get(byte[] key) {
        return changes.containsKey(key) ? changes.get(key) : Optional.ofNullable(map.get(base.root, key));
    }

    void put(byte[] key, byte[] value) {
        changes.put(key, Optional.of(value));
    }

    void remove(byte[] key) {
        changes.put(key, Optional.empty());
    }

    /** The values between two keys that have no rows themselves, in their order, read as they are asked for. */
    Stream<byte[]> ascending(byte[] from, byte[] to) {
        return merged(map.cursor(base, from, to, false), changes.subMap(from, to), ORDER);
    }

    /** The same, the last key first. */
    Stream<byte[]> descending(byte[] from, byte[] to) {
        return merged(
                map.cursor(base, to, from, true),
                changes.subMap(from, true, to, true).descendingMap(),
                ORDER.reversed());
    }

    private Stream<byte[]> merged(
            Cursor<byte[], byte[]> cursor, Map<byte[], Optional<byte[]>> own, Comparator<byte[]> order) {
        Iterator<Entry<byte[], byte[]>> committed = stream(cursor)
                .map(key -> Map.entry(key, cursor.getValue()))
                .filter(row -> !changes.containsKey(row.getKey()))
                .iterator();
        Iterator<Entry<byte[], byte[]>> changed = own.entrySet().stream()
                .flatMap(row -> row.getValue().map(value -> Map.entry(row.getKey(), value)).stream())
                .iterator();
        return stream(new Merged<>(committed, changed, Entry.comparingByKey(order)))
                .map(Entry::getValue);
    }

    private static <T> Stream<T> stream(Iterator<T> all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }

    /** Remembers the first exception, so that the unit fails with it even if the work swallows it (STO-05). */
    <E extends StorageException> E died(E of) {
        death = death.or(() -> Optional.of(of));
        return of;
    }

    void requireAlive() {
        death.ifPresent(of -> {
            throw of;
        });
    }

    boolean isChanged() {
        return !changes.isEmpty();
    }

    void forEachChange(BiConsumer<byte[], Optional<byte[]>> change) {
        changes.forEach(change);
    }
}
