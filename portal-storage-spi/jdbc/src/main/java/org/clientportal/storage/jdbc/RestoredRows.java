package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** A database whose rows were just put back, open for whoever does it and for nobody else until it is released. */
public final class RestoredRows implements AutoCloseable {
    private final Database database;
    private final JdbcStorage storage;

    RestoredRows(Database database, JdbcStorage storage) {
        this.database = database;
        this.storage = storage;
    }

    /** The storage, for what is still to be put right; it closes with this. */
    public PortalStorage storage() {
        return storage;
    }

    /** Says that the restore is finished: from now on the database opens like any other. */
    public void release() {
        try (Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table " + database.tablePrefix() + Schema.RESTORING);
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot finish the restore of " + database + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
