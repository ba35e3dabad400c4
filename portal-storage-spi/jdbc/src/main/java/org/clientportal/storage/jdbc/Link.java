package org.clientportal.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection with a transaction begun, held by one unit. */
interface Link {
    PreparedStatement prepare(String sql) throws SQLException;

    /** Takes back a statement that {@link #prepare} gave; its results are closed. */
    void done(PreparedStatement statement) throws SQLException;

    /** Likewise one that failed, which is not given again; what fails in that adds to {@code why}, and never hides it. */
    default void failed(PreparedStatement statement, Exception why) {
        try {
            statement.close();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    void commit() throws SQLException;

    /** Undoes the transaction; a connection that cannot even do that is not used again. */
    void rollback();

    /** Gives the connection back. */
    void release();
}
