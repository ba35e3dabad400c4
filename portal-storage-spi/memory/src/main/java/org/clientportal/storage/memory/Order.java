package org.clientportal.storage.memory;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.model.Id;
import org.clientportal.model.InvalidValue;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/**
 * The total order of a list, and how its pages are cut (STO-24, STO-25).
 *
 * @param key what rows are ordered by, before their ids
 * @param id the text that ends the order
 * @param places compares where two rows stand
 * @param read reads a key from a cursor
 */
record Order<R, K>(Function<R, K> key, Function<R, String> id, Comparator<Spot<K>> places, Function<String, K> read) {
    /** Where a row stands in a list. */
    record Spot<K>(K key, String id) {}

    /** By the UTF-8 bytes of folded names, then by id. */
    static <R> Order<R, String> byName(Function<R, String> name, Function<R, ? extends Id> id) {
        Comparator<Spot<String>> places = Comparator.comparing(spot -> utf8(spot.key()), Arrays::compareUnsigned);
        return new Order<>(name, text(id), places.thenComparing(Spot::id), Function.identity());
    }

    /** The newest first, then by id, highest first. */
    static <R> Order<R, Instant> newestFirst(Function<R, Instant> at, Function<R, ?> id) {
        Comparator<Spot<Instant>> places = Comparator.comparing(Spot::key);
        return new Order<>(at, text(id), places.thenComparing(Spot::id).reversed(), Order::instant);
    }

    private static <R> Function<R, String> text(Function<R, ?> id) {
        return row -> id.apply(row).toString();
    }

    List<R> all(Stream<R> rows) {
        return rows.sorted(Comparator.comparing(this::spot, places)).toList();
    }

    Page<R> page(Stream<R> rows, PageRequest request) {
        Stream<R> rest = request.after()
                .map(this::spot)
                .map(after -> rows.filter(row -> places.compare(spot(row), after) > 0))
                .orElse(rows);
        List<R> found = all(rest).stream().limit(request.limit() + 1L).toList();
        return Page.of(found, request.limit(), row -> new Cursor(key.apply(row).toString(), id.apply(row)));
    }

    private Spot<K> spot(R row) {
        return new Spot<>(key.apply(row), id.apply(row));
    }

    private Spot<K> spot(Cursor cursor) {
        try {
            return new Spot<>(
                    read.apply(cursor.key()), Id.parse("cursor", cursor.id()).toString());
        } catch (InvalidValue | DateTimeException malformed) {
            throw Cursor.malformed();
        }
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
