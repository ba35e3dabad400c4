package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection of an embedder's pool with a transaction of our own, begun and ended by statements.
 *
 * @param autoCommit as the pool handed it out
 */
record BorrowedLink(Connection connection, boolean autoCommit) implements Link {
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
        run("commit");
    }

    @Override
    public void rollback() {
        try {
            run("rollback");
        } catch (SQLException broken) {
            abort();
        }
    }

    @Override
    public void release() {
        try (connection) {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            // A pool drops what is broken, once it has it back.
        }
    }

    /** Nobody else may get a connection on which a transaction of ours might still be open. */
    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It was broken already.
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
