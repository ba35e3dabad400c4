package org.clientportal.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Like queries put together into as few statements as engines take: one up to thirty parts, then one more, and so on. */
final class Union {
    private static final int AT_ONCE = 30;

    private final Filter before;
    private final Filter after;
    private final List<Filter> parts = new ArrayList<>();

    Union() {
        this(Filter.of("select * from"), Filter.of("u"));
    }

    /**
     * @param before ends in {@code from}
     * @param after starts with the alias of the whole
     */
    Union(Filter before, Filter after) {
        this.before = before;
        this.after = after;
    }

    void add(Filter part) {
        parts.add(part);
    }

    /** The rows of all statements, one statement's after the other's. */
    <T> List<T> list(Unit unit, Row.Reader<T> reader) {
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += AT_ONCE) {
            List<Filter> some = parts.subList(from, Math.min(from + AT_ONCE, parts.size()));
            String union = some.stream().map(Filter::sql).collect(Collectors.joining(" union all ", " (", ") "));
            List<Object> arguments = new ArrayList<>(before.arguments());
            some.forEach(part -> arguments.addAll(part.arguments()));
            arguments.addAll(after.arguments());
            rows.addAll(unit.list(reader, before.sql() + union + after.sql(), arguments.toArray()));
        }
        return rows;
    }
}
