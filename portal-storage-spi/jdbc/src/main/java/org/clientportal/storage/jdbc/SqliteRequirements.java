package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** What connections to SQLite must be like, lest data get lost: looked at once, when a storage is opened. */
final class SqliteRequirements {
    /** Before 3.51.3 a reset of the write-ahead log can corrupt the file. */
    private static final Version OLDEST = new Version(3, 51, 3);

    private static final int FULL = 2;

    private SqliteRequirements() {}

    /** @throws StorageUnavailable naming what is wrong */
    static void check(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            Version found = Version.parse(ask(connection, "select sqlite_version()"));
            if (found.compareTo(OLDEST) < 0) {
                throw new StorageUnavailable("SQLite " + found + " can lose data; use " + OLDEST + " or newer");
            }
            require(connection, "journal_mode", "wal".equalsIgnoreCase(ask(connection, "pragma journal_mode")), "wal");
            require(connection, "synchronous", Integer.parseInt(ask(connection, "pragma synchronous")) >= FULL, "full");
            require(connection, "foreign_keys", "1".equals(ask(connection, "pragma foreign_keys")), "on");
        } catch (SQLException e) {
            throw new SqliteDialect().translate(e);
        }
    }

    private static void require(Connection connection, String pragma, boolean right, String value) throws SQLException {
        if (!right) {
            throw new StorageUnavailable("connections to "
                    + connection.getMetaData().getURL() + " need the pragma " + pragma + " = " + value);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
