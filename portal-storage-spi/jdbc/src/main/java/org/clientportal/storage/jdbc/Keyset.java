package org.clientportal.storage.jdbc;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.clientportal.model.Id;
import org.clientportal.model.InvalidValue;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/**
 * The total order of one list, and how its pages follow one another: by folded name, or by an instant with the newest
 * first; then by id.
 *
 * @param list the list's name, which its cursors carry, so that one of another list is refused
 * @param column the one that it is ordered by
 */
record Keyset(String list, String column, boolean byName) {
    static Keyset byName(String list) {
        return new Keyset(list, "sort_key", true);
    }

    static Keyset newestFirst(String list, String column) {
        return new Keyset(list, column, false);
    }

    private String order() {
        return byName ? " order by " + column + ", id" : " order by " + column + " desc, id desc";
    }

    /**
     * So many rows in this order. The number stands in the statement, as pages have few sizes: PostgreSQL takes a tenth of
     * all rows for wanted where it is left open, and then plans each time anew.
     */
    String first(int rows) {
        return order() + " limit " + rows;
    }

    /** Restricts to what comes after the cursor, if the page has one. */
    Filter after(Filter filter, PageRequest page) {
        if (page.after().isEmpty()) {
            return filter;
        }
        Cursor cursor = page.after().get();
        Object key = byName ? text(cursor) : instant(cursor);
        return filter.and("(" + column + ", id) " + (byName ? ">" : "<") + " (?, ?)", key, id(cursor));
    }

    Cursor cursor(String sortKey, Id id) {
        return new Cursor(list + ":" + sortKey, id.toString());
    }

    Cursor cursor(Instant at, UUID id) {
        return new Cursor(list + ":" + Micros.of(at), id.toString());
    }

    /** One page of rows that the filter admits. */
    <T> Page<T> page(
            Unit unit,
            String select,
            Filter filter,
            PageRequest page,
            Row.Reader<T> reader,
            Function<T, Cursor> cursor) {
        Filter restricted = after(filter, page);
        String sql = select + " where " + restricted.sql() + first(page.limit() + 1);
        return Page.of(unit.list(reader, sql, restricted.arguments().toArray()), page.limit(), cursor);
    }

    private String text(Cursor cursor) {
        if (!cursor.key().startsWith(list + ":")) {
            throw Cursor.malformed();
        }
        return cursor.key().substring(list.length() + 1);
    }

    private long instant(Cursor cursor) {
        try {
            return Long.parseLong(text(cursor));
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }

    private static UUID id(Cursor cursor) {
        try {
            return Id.parse("cursor", cursor.id());
        } catch (InvalidValue e) {
            throw Cursor.malformed();
        }
    }
}
