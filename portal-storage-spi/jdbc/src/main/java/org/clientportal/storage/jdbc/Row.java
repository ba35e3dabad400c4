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
    private int column;

    Row(ResultSet result) {
        this.result = result;
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
        return UUID.fromString(text());
    }

    Optional<UUID> optionalUuid() throws SQLException {
        return optionalText().map(UUID::fromString);
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
        Optional<String> key = optionalText();
        return kind.map(k -> new Principal(Principal.Kind.valueOf(k), key.orElseThrow()));
    }

    /** Three columns: reason, staff member and since when. */
    Optional<LegalHold> optionalHold() throws SQLException {
        Optional<String> reason = optionalText();
        Optional<StaffId> by = optionalUuid().map(StaffId::new);
        Optional<Instant> since = optionalInstant();
        return reason.map(r -> new LegalHold(r, by.orElseThrow(), since.orElseThrow()));
    }
}
