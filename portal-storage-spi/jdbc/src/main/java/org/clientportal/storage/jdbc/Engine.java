package org.clientportal.storage.jdbc;

import java.sql.SQLException;

/** Where connections come from: a pool for those that write and one for those that read. Thread-safe. */
interface Engine extends AutoCloseable {
    Dialect dialect();

    /** Whether a unit begun now on this thread takes part in a transaction of its caller. */
    default boolean joins() {
        return false;
    }

    /** Waits for a connection and begins a transaction. */
    Link begin(boolean writing) throws SQLException;

    @Override
    void close();
}
