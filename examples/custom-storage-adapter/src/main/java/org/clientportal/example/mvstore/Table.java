package org.clientportal.example.mvstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientportal.model.Id;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.SystemUnit.Owned;
import org.clientportal.storage.UniqueKey;

/**
 * The records of one kind that one practice has, in one unit. A record lies under {@code kind, practice, id}; an index
 * leads from {@code kind, index, practice, place} to that key.
 */
final class Table<R> {
    /** Owns what belongs to no practice. */
    static final String NOBODY = "";

    private static final String RECORDS = "";
    private static final int OWNER = 2;

    private final Rows rows;
    private final Kind<R> kind;
    private final String owner;

    Table(Rows rows, Kind<R> kind, String owner) {
        this.rows = rows;
        this.kind = kind;
        this.owner = owner;
    }

    Optional<R> find(String id) {
        return rows.get(keyOf(id)).map(this::read);
    }

    boolean has(String id) {
        return rows.get(keyOf(id)).isPresent();
    }

    /** @throws RecordMissing if there is none */
    R get(String id) {
        return find(id).orElseThrow(() -> rows.died(new RecordMissing(id)));
    }

    /**
     * @throws ParentMissing if the practice is not there (STO-17)
     * @throws UniqueViolation naming the key that is taken
     */
    void add(R record) {
        if (!owner.equals(NOBODY)) {
            new Table<>(rows, Practices.KIND, NOBODY).requireParent(owner);
        }
        byte[] key = keyOf(kind.id().apply(record));
        if (rows.get(key).isPresent()) {
            throw rows.died(new UniqueViolation(UniqueKey.ID));
        }
        write(key, record);
    }

    /**
     * @throws RecordMissing if there is none
     * @throws UniqueViolation naming the key that is taken
     */
    void replace(R record) {
        String id = kind.id().apply(record);
        entriesOf(get(id)).keySet().forEach(rows::remove);
        write(keyOf(id), record);
    }

    /** @throws RecordMissing if there is none */
    void remove(String id) {
        entriesOf(get(id)).keySet().forEach(rows::remove);
        rows.remove(keyOf(id));
    }

    void requireParent(String id) {
        if (!has(id)) {
            throw rows.died(new ParentMissing(kind.name() + " " + id));
        }
    }

    Optional<R> findUnique(UniqueKey key, String value) {
        return rows.get(prefix(kind.index(key.name()), List.of(value))).map(this::follow);
    }

    /** The records whose place starts with these parts, in order. */
    Stream<R> ascending(String index, String... parts) {
        byte[] prefix = prefix(kind.index(index), List.of(parts));
        return rows.ascending(prefix, Key.behind(prefix)).map(this::follow);
    }

    /** The same, the last first. */
    Stream<R> descending(String index, String... parts) {
        byte[] prefix = prefix(kind.index(index), List.of(parts));
        return rows.descending(prefix, Key.behind(prefix)).map(this::follow);
    }

    /** The records of all practices whose place starts with these parts, in order, each with its practice. */
    Stream<Owned<R>> everywhere(String index, String... parts) {
        byte[] prefix = prefix(kind.index(index), List.of(parts));
        return rows.ascending(prefix, Key.behind(prefix))
                .map(key -> new Owned<>(PracticeId.of(Key.part(key, OWNER)), follow(key)));
    }

    /** A page of those that a filter admits, by the part of their place that follows these parts, then by id. */
    Page<R> pageByName(String index, List<String> parts, PageRequest page, Predicate<R> filter) {
        byte[] prefix = prefix(kind.index(index), parts);
        byte[] from =
                page.after().map(cursor -> Key.behind(at(index, parts, cursor))).orElse(prefix);
        Stream<R> found = rows.ascending(from, Key.behind(prefix)).map(this::follow);
        return page(index, found.filter(filter), page);
    }

    /** The same where that part is an instant, the newest first, of records with any of several beginnings. */
    Page<R> pageByTime(String index, List<List<String>> beginnings, PageRequest page, Predicate<R> filter) {
        Comparator<R> newest = Comparator.<R, String>comparing(
                        record -> cursor(index, record).key())
                .thenComparing(kind.id())
                .reversed();
        Stream<R> found = beginnings.stream()
                .flatMap(parts ->
                        before(index, parts, page.after()).filter(filter).limit(page.limit() + 1L))
                .sorted(newest);
        return page(index, found, page);
    }

    private Stream<R> before(String index, List<String> parts, Optional<Cursor> after) {
        after.filter(cursor -> !Key.TIME.matcher(cursor.key()).matches()).ifPresent(made -> {
            throw Cursor.malformed();
        });
        byte[] prefix = prefix(kind.index(index), parts);
        byte[] to = after.map(cursor -> Key.before(at(index, parts, cursor))).orElse(Key.behind(prefix));
        return rows.descending(prefix, to).map(this::follow);
    }

    private Page<R> page(String index, Stream<R> found, PageRequest page) {
        return Page.of(found.limit(page.limit() + 1L).toList(), page.limit(), record -> cursor(index, record));
    }

    private Cursor cursor(String index, R record) {
        List<String> place = kind.index(index).place().apply(record).orElseThrow();
        return new Cursor(place.get(place.size() - 1), kind.id().apply(record));
    }

    /** @throws InvalidValue if this list has not made the cursor (STO-26) */
    private byte[] at(String index, List<String> parts, Cursor cursor) {
        try {
            Id.parse("cursor", cursor.id());
        } catch (InvalidValue notAnId) {
            throw Cursor.malformed();
        }
        List<String> place = new ArrayList<>(parts);
        place.addAll(List.of(cursor.key(), cursor.id()));
        return prefix(kind.index(index), place);
    }

    private void write(byte[] key, R record) {
        entriesOf(record).forEach((entry, unique) -> {
            if (unique.isPresent() && rows.get(entry).isPresent()) {
                throw rows.died(new UniqueViolation(unique.get()));
            }
            rows.put(entry, key);
        });
        rows.put(key, Json.write(record));
    }

    private Map<byte[], Optional<UniqueKey>> entriesOf(R record) {
        Map<byte[], Optional<UniqueKey>> entries = new TreeMap<>(Arrays::compareUnsigned);
        for (Kind.Index<R> index : kind.indexes()) {
            index.place().apply(record).ifPresent(place -> {
                List<String> parts = new ArrayList<>(place);
                if (index.unique().isEmpty()) {
                    parts.add(kind.id().apply(record));
                }
                entries.put(prefix(index, parts), index.unique());
            });
        }
        return entries;
    }

    private byte[] prefix(Kind.Index<R> index, Collection<String> parts) {
        List<String> all = new ArrayList<>(List.of(kind.name(), index.name(), index.everywhere() ? NOBODY : owner));
        all.addAll(parts);
        return Key.of(all);
    }

    private byte[] keyOf(String id) {
        return Key.of(List.of(kind.name(), RECORDS, owner, id));
    }

    private R follow(byte[] key) {
        return read(rows.get(key).orElseThrow());
    }

    private R read(byte[] bytes) {
        return Json.read(kind.type(), bytes);
    }
}
