package org.clientportal.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A part of the caller's transaction, which the caller ends. */
record JoinedLink(CallerTransaction transaction, boolean writing) implements Link {
    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        return transaction.connection().prepareStatement(sql);
    }

    @Override
    public void done(PreparedStatement statement) throws SQLException {
        statement.close();
    }

    @Override
    public void commit() {}

    /** What only read leaves nothing behind: a caller that looks for what is not there may go on. */
    @Override
    public void rollback() {
        if (writing) {
            transaction.setRollbackOnly();
        }
    }

    @Override
    public void release() {}
}
