package org.clientportal.example.mvstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.storage.UniqueKey;

/**
 * How records of one concept are kept: under their id, and in indexes beside it.
 *
 * @param name starts their keys
 * @param id the text of a record's id
 */
record Kind<R>(String name, Class<R> type, Function<R, String> id, List<Index<R>> indexes) {
    /**
     * A second way to records.
     *
     * @param everywhere across practices, for the jobs; else within one
     * @param unique what its violation is called; absent: any number of records may have the same place
     * @param place where a record stands in it, if it does
     */
    record Index<R>(
            String name, boolean everywhere, Optional<UniqueKey> unique, Function<R, Optional<List<String>>> place) {}

    Kind {
        indexes = List.copyOf(indexes);
    }

    static <R> Kind<R> of(String name, Class<R> type, Function<R, String> id) {
        return new Kind<>(name, type, id, List.of());
    }

    /** No two records have the same value (STO-16). */
    Kind<R> unique(UniqueKey key, Function<R, Optional<String>> value) {
        return with(new Index<>(
                key.name(),
                false,
                Optional.of(key),
                record -> value.apply(record).map(List::of)));
    }

    /** Records in the order of some parts, then of their id. */
    Kind<R> order(String index, Function<R, List<String>> place) {
        return orderOfSome(index, record -> Optional.of(place.apply(record)));
    }

    /** Those records that have a place, in its order, then of their id. */
    Kind<R> orderOfSome(String index, Function<R, Optional<List<String>>> place) {
        return with(new Index<>(index, false, Optional.empty(), place));
    }

    /** The same, of all practices together. */
    Kind<R> orderEverywhere(String index, Function<R, Optional<List<String>>> place) {
        return with(new Index<>(index, true, Optional.empty(), place));
    }

    Index<R> index(String called) {
        return indexes.stream()
                .filter(index -> index.name().equals(called))
                .findFirst()
                .orElseThrow();
    }

    private Kind<R> with(Index<R> index) {
        List<Index<R>> all = new ArrayList<>(indexes);
        all.add(index);
        return new Kind<>(name, type, id, all);
    }
}
