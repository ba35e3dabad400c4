package org.clientportal.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.jspecify.annotations.Nullable;

/** SQLite: ids are text, row locks are not needed beside its one writer, and it runs in this process. */
final class SqliteDialect extends Dialect {
    static final String TABLE_PREFIX = "portal_";

    /** It names the columns, and not the constraint; the last column tells the constraint. */
    private static final Pattern TAKEN = Pattern.compile("UNIQUE constraint failed: .*?\\bportal_(\\w+)\\.(\\w+)\\)?$");

    // Primary result codes of SQLite, which the driver gives as vendor codes.
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int IO_ERROR = 10;
    private static final int CONSTRAINT = 19;

    SqliteDialect() {
        super(
                TABLE_PREFIX,
                Map.of(
                        "among", "in (select value from json_each(?))",
                        "for share", "",
                        "for update", "",
                        "skip locked", ""));
    }

    @Override
    String contains(String column) {
        return "instr(" + column + ", ?) > 0";
    }

    @Override
    String byBytes(String column) {
        return column;
    }

    @Override
    Optional<String> clock() {
        return Optional.empty();
    }

    @Override
    String begin(boolean writing) {
        return writing ? "begin immediate" : "begin";
    }

    @Override
    StorageException translate(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int code = failure.getErrorCode() & 0xff;
        if (code == BUSY || code == LOCKED) {
            return new TransientConflict(message, failure);
        }
        if (code == CONSTRAINT && message.contains("FOREIGN KEY")) {
            return new ParentMissing(message);
        }
        Matcher taken = TAKEN.matcher(message);
        if (code == CONSTRAINT && taken.find()) {
            return new UniqueViolation(UniqueKeys.of(taken.group(1) + "_" + taken.group(2)));
        }
        return new StorageUnavailable(message, failure);
    }

    @Override
    boolean leavesCommitOpen(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == IO_ERROR;
    }

    @Override
    void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    @Nullable
    UUID uuid(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    @Override
    void bindSet(PreparedStatement statement, int index, Set<?> values) throws SQLException {
        statement.setString(index, Json.write(values));
    }
}
