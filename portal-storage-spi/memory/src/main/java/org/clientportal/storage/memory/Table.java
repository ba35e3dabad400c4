package org.clientportal.storage.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.storage.UniqueKey;

/**
 * A kind of rows.
 *
 * @param id what a row is found by
 * @param uniques what else there can be only once
 * @param parents the rows it refers to, which must be there
 */
record Table<I, R>(String name, Function<R, I> id, List<Unique<R>> uniques, List<Parent<R>> parents) {
    /** The table that every other one refers to. */
    static final String PRACTICE = "practice";

    /**
     * @param everywhere among all practices, not only within one
     * @param value what is unique; absent where nothing is
     */
    record Unique<R>(UniqueKey key, boolean everywhere, Function<R, Optional<?>> value) {
        static <R> Unique<R> of(UniqueKey key, Function<R, Optional<?>> value) {
            return new Unique<>(key, false, value);
        }
    }

    /** @param ids the rows of that table which a row refers to */
    record Parent<R>(String table, Function<R, Set<?>> ids) {}

    /** Rows that refer to nothing and are unique by their id alone. */
    static <I, R> Table<I, R> of(String name, Function<R, I> id) {
        return new Table<>(name, id, List.of(), List.of());
    }

    Table<I, R> unique(UniqueKey key, Function<R, Optional<?>> value) {
        return with(Unique.of(key, value));
    }

    Table<I, R> uniqueEverywhere(UniqueKey key, Function<R, Optional<?>> value) {
        return with(new Unique<>(key, true, value));
    }

    private Table<I, R> with(Unique<R> unique) {
        return new Table<>(name, id, and(uniques, unique), parents);
    }

    Table<I, R> refersTo(Table<?, ?> other, Function<R, Set<?>> ids) {
        return new Table<>(name, id, uniques, and(parents, new Parent<>(other.name(), ids)));
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
