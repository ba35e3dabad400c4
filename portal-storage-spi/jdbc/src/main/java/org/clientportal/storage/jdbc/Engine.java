package org.clientportal.storage.jdbc;

import java.sql.SQLException;

/** Where connections come from: a pool for those that write and one for those that read. Thread-safe. */
interface Engine extends AutoCloseable {
    Dialect dialect();

    /** Waits for a connection and begins a transaction. */
    Link begin(boolean writing) throws SQLException;

    @Override
    void close();
}
