package org.clientportal.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.document.LegalHold;
import org.clientportal.model.staff.StaffId;

/**
 * One row of an answer, read from left to right: each call takes the next column, so that a record's constructor reads
 * them in the order in which they were asked for.
 */
final class Row {
    /** Makes something of a row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet result;
    private final Dialect dialect;
    private int column;

    Row(ResultSet result, Dialect dialect) {
        this.result = result;
        this.dialect = dialect;
    }

    /** Goes on to the next row. */
    boolean next() throws SQLException {
        column = 0;
        return result.next();
    }

    /** Whether the next column holds nothing; does not take it. */
    boolean absent() throws SQLException {
        return result.getObject(column + 1) == null;
    }

    String text() throws SQLException {
        return optionalText().orElseThrow(() -> new IllegalStateException("column " + column + " holds nothing"));
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(result.getString(++column));
    }

    UUID uuid() throws SQLException {
        return optionalUuid().orElseThrow(() -> new IllegalStateException("column " + column + " holds nothing"));
    }

    Optional<UUID> optionalUuid() throws SQLException {
        return Optional.ofNullable(dialect.uuid(result, ++column));
    }

    <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    long number() throws SQLException {
        return result.getLong(++column);
    }

    Optional<Long> optionalNumber() throws SQLException {
        long value = number();
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    int integer() throws SQLException {
        return Math.toIntExact(number());
    }

    boolean truth() throws SQLException {
        return result.getBoolean(++column);
    }

    Instant instant() throws SQLException {
        return Micros.toInstant(number());
    }

    Optional<Instant> optionalInstant() throws SQLException {
        return optionalNumber().map(Micros::toInstant);
    }

    Duration duration() throws SQLException {
        return Duration.ofNanos(number());
    }

    Optional<Duration> optionalDuration() throws SQLException {
        return optionalNumber().map(Duration::ofNanos);
    }

    /** Two columns: kind and key. */
    Principal principal() throws SQLException {
        return optionalPrincipal().orElseThrow();
    }

    /** Two columns: kind and key. */
    Optional<Principal> optionalPrincipal() throws SQLException {
        Optional<String> kind = optionalText();
        if (kind.isEmpty()) {
            return skip(1);
        }
        return Optional.of(new Principal(Principal.Kind.valueOf(kind.get()), text()));
    }

    /** Three columns: reason, staff member and since when. */
    Optional<LegalHold> optionalHold() throws SQLException {
        Optional<String> reason = optionalText();
        if (reason.isEmpty()) {
            return skip(2);
        }
        return Optional.of(new LegalHold(reason.get(), new StaffId(uuid()), instant()));
    }

    /** Passes by columns that belong to one which holds nothing: asking for each costs more than knowing. */
    <T> Optional<T> skip(int columns) {
        column += columns;
        return Optional.empty();
    }
}
