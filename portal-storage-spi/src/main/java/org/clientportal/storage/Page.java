package org.clientportal.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list, by keyset: no offset, no total.
 *
 * @param next where the next page starts; absent on the last
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from up to {@code limit + 1} rows that were read in order: the row too many tells that there is more.
     *
     * @param cursor the place of a row in the list
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
