package org.clientportal.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientportal.model.Id;
import org.clientportal.storage.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the engines. Nothing outside this class and its two children knows an error code, a message or a
 * word of SQL that only one of them understands.
 *
 * <p>Statements are written with {@code {client}} for a table, {@code {among}} for "is one of this set" and
 * {@code {for share}}, {@code {for update}}, {@code {skip locked}} for row locks.
 */
abstract class Dialect {
    /** Where a table's name is put, and what the other words in braces stand for. */
    private final Map<String, String> words;

    private final String tablePrefix;

    Dialect(String tablePrefix, Map<String, String> words) {
        this.tablePrefix = tablePrefix;
        this.words = words;
    }

    /** The statement as this engine takes it. */
    final String render(String sql) {
        StringBuilder out = new StringBuilder(sql.length() + 32);
        int from = 0;
        for (int open = sql.indexOf('{'); open >= 0; open = sql.indexOf('{', from)) {
            int close = sql.indexOf('}', open);
            String word = sql.substring(open + 1, close);
            out.append(sql, from, open).append(words.getOrDefault(word, tablePrefix + word));
            from = close + 1;
        }
        return out.append(sql, from, sql.length()).toString();
    }

    /** A condition that a column contains a text, literally; takes the text as its argument. */
    abstract String contains(String column);

    /** A column in the order of its text's UTF-8 bytes, for what no index keeps. */
    abstract String byBytes(String column);

    /** The statement that tells the database's own time in microseconds; absent where it runs in this process. */
    abstract Optional<String> clock();

    /** The statement that begins a transaction as a unit needs it, on a connection that has none. */
    abstract String begin(boolean writing);

    /** What a failed statement means. */
    abstract StorageException translate(SQLException failure);

    /** Whether after this failure of a commit nobody can say if it took place. */
    abstract boolean leavesCommitOpen(SQLException failure);

    abstract void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException;

    /** A column's UUID; null if it holds nothing. */
    abstract @Nullable UUID uuid(ResultSet result, int column) throws SQLException;

    /** Binds a set of all UUIDs or all strings for {@code {among}}. */
    abstract void bindSet(PreparedStatement statement, int index, Set<?> values) throws SQLException;

    /** Binds any value that a record is made of; an empty {@link Optional} is null. */
    final void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Optional<?> optional) {
            bind(statement, index, optional.orElse(null));
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Id id) {
            bindUuid(statement, index, id.value());
        } else if (value instanceof UUID uuid) {
            bindUuid(statement, index, uuid);
        } else if (value instanceof Instant instant) {
            statement.setLong(index, Micros.of(instant));
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(index, truth);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Duration duration) {
            statement.setLong(index, duration.toNanos());
        } else if (value instanceof Set<?> set) {
            bindSet(statement, index, plain(set));
        } else {
            throw new IllegalArgumentException("cannot bind " + value.getClass());
        }
    }

    private static Set<?> plain(Set<?> values) {
        return values.stream().map(v -> v instanceof Id id ? id.value() : v).collect(Collectors.toSet());
    }
}
