package org.clientportal.storage.jdbc;

import java.sql.Connection;

/**
 * A transaction that the portal's caller began on this thread and will end: units of work take part in it. Found through
 * {@link JdbcStorage#on}.
 */
public interface CallerTransaction {
    /** The connection on which the transaction runs; the storage neither commits, rolls back nor closes it. */
    Connection connection();

    /**
     * Has the transaction roll back at its end, and its caller told of it, whatever the caller does. Called when a unit that
     * writes failed: it may have done half of its work.
     */
    void setRollbackOnly();
}
