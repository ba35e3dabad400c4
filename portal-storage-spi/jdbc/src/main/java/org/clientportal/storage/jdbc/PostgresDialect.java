package org.clientportal.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL: ids are of its type uuid, rows are locked, and its clock is its own. */
final class PostgresDialect extends Dialect {
    static final String SCHEMA = "client_portal";

    /** Who waits longer for a row than this gives up (STO-22 covers deadlocks; this, a holder that works on and on). */
    static final String LOCK_TIMEOUT = "'20s'";

    /**
     * What says nothing for so long in the middle of a transaction has frozen or is cut off, and its server ends it: else its
     * locks would keep a revocation out for as long as TCP waits. Shorter than a wait for a row, which it thus ends.
     */
    static final String HANGING = "'15s'";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    PostgresDialect() {
        super(
                SCHEMA + ".",
                Map.of(
                        "among", "= any (?)",
                        "for share", "for share",
                        // Excludes writers and finders, yet lets rows that refer to this one be inserted.
                        "for update", "for no key update",
                        "skip locked", "for no key update skip locked"));
    }

    @Override
    String contains(String column) {
        return "strpos(" + column + ", ?) > 0";
    }

    @Override
    String byBytes(String column) {
        return column + " collate \"C\"";
    }

    @Override
    Optional<String> clock() {
        return Optional.of("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)");
    }

    @Override
    String begin(boolean writing) {
        String kind = writing ? "read committed read write" : "repeatable read read only";
        return "begin isolation level " + kind + "; set local lock_timeout = " + LOCK_TIMEOUT
                + "; set local idle_in_transaction_session_timeout = " + HANGING;
    }

    @Override
    StorageException translate(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        if (state.equals(UNIQUE_VIOLATION)) {
            return new UniqueViolation(UniqueKeys.of(constraint(failure)));
        }
        if (state.equals(FOREIGN_KEY_VIOLATION)) {
            return new ParentMissing(constraint(failure));
        }
        return CONFLICTS.contains(state)
                ? new TransientConflict(message, failure)
                : new StorageUnavailable(message, failure);
    }

    @Override
    boolean leavesCommitOpen(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57");
    }

    private static String constraint(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
        String name = server == null ? null : server.getConstraint();
        return name == null ? "" : name;
    }

    @Override
    void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    @Nullable
    UUID uuid(ResultSet result, int column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    @Override
    void bindSet(PreparedStatement statement, int index, Set<?> values) throws SQLException {
        boolean uuids = values.stream().allMatch(UUID.class::isInstance);
        statement.setArray(index, statement.getConnection().createArrayOf(uuids ? "uuid" : "text", values.toArray()));
    }
}
