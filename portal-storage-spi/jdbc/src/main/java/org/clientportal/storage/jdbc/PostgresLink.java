package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A connection of a pool; the driver begins a transaction with the first statement and keeps what it has prepared.
 *
 * @param broke told if the connection turns out to be broken
 */
record PostgresLink(Connection connection, Runnable broke) implements Link {
    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void done(PreparedStatement statement) throws SQLException {
        statement.close();
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The pool finds the connection broken and drops it; its server has rolled back.
            broke.run();
        }
    }

    @Override
    public void release() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Likewise.
        }
    }
}
