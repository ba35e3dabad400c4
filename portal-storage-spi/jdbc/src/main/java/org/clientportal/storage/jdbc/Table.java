package org.clientportal.storage.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.model.Versioned;

/**
 * How one concept is kept: its table, its columns, and the statements that all concepts share. Columns are read in their
 * order; derived ones are written besides and never read.
 */
final class Table<R extends Versioned<R>> {
    private final String name;
    private final int keyLength;
    private final String columns;
    private final Row.Reader<R> reader;
    private final Function<R, List<?>> values;
    private final String byKey;
    private final String insert;
    private final String update;

    /**
     * @param key columns that tell a record from others of its practice; they come first in {@code columns}
     * @param columns what is read, {@code version} last
     * @param derived what is written besides, or nothing
     * @param values of all columns but {@code version}, in their order, then of the derived ones
     */
    Table(
            String name,
            List<String> key,
            String columns,
            List<String> derived,
            Row.Reader<R> reader,
            Function<R, List<?>> values) {
        this.name = name;
        this.columns = columns;
        this.keyLength = key.size();
        this.reader = reader;
        this.values = values;
        this.byKey = " where practice_id = ?"
                + key.stream().map(k -> " and " + k + " = ?").collect(Collectors.joining());
        List<String> written = new ArrayList<>(Arrays.asList(columns.split(", ", -1)));
        written.removeAll(List.of("practice_id", "version"));
        written.addAll(derived);
        this.insert = "insert into {" + name + "} (practice_id, " + String.join(", ", written)
                + ", version) values (?, " + String.join(", ", Collections.nCopies(written.size(), "?")) + ", 0)";
        this.update = "update {" + name + "} set "
                + written.stream().skip(keyLength).map(c -> c + " = ?, ").collect(Collectors.joining())
                + "version = version + 1" + byKey + " and version = ?";
    }

    /** {@code select ... from} this table, without a condition. */
    String select() {
        return "select " + columns + " from {" + name + "}";
    }

    /** The columns that are read, of this table under an alias. */
    String columns(String alias) {
        return alias + "." + columns.replace(", ", ", " + alias + ".");
    }

    Row.Reader<R> reader() {
        return reader;
    }

    String selectByKey() {
        return select() + byKey;
    }

    String existsByKey() {
        return "select 1 from {" + name + "}" + byKey;
    }

    String insert() {
        return insert;
    }

    String update() {
        return update;
    }

    List<?> values(R record) {
        return values.apply(record);
    }

    /** The values that {@link #update} sets: all but those of the key. */
    List<?> changing(R record) {
        List<?> all = values(record);
        return all.subList(keyLength, all.size());
    }
}
