package org.clientportal.storage.tck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.clientportal.model.SortKey;

/** The orders that lists promise (STO-25), worked out apart from any storage. */
final class Orders {
    /**
     * Names that careless orders mix up: by case, by marks, by locale, by UTF-16 units (a fox of the supplementary planes
     * comes after a compatibility ideograph, though its first unit is lower), and names that fold alike.
     */
    static final List<String> NAMES = List.of(
            "zeta",
            "Alpha",
            "alpha",
            "\u00C9clair",
            "eclair",
            "Eclair GmbH",
            "\uFB01ne",
            "Fine",
            "\uD83E\uDD8A Fox",
            "\uFA0E Kiosk",
            "ILICA",
            "\u0130lica",
            "_underscore",
            "100%",
            "3M",
            "a b",
            "ab",
            "a-c");

    private Orders() {}

    static <R> List<R> byName(List<R> rows, Function<R, String> name, Function<R, ?> id) {
        Comparator<R> folded = Comparator.comparing(
                row -> SortKey.of(name.apply(row)).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
        return rows.stream()
                .sorted(folded.thenComparing(row -> id.apply(row).toString()))
                .toList();
    }

    static <R> List<R> newestFirst(List<R> rows, Function<R, Instant> at, Function<R, ?> id) {
        Comparator<R> oldest = Comparator.comparing(at);
        return rows.stream()
                .sorted(oldest.thenComparing(row -> id.apply(row).toString()).reversed())
                .toList();
    }
}
