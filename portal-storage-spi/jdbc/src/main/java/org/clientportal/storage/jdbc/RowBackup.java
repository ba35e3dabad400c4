package org.clientportal.storage.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.storage.StorageException.StorageUnavailable;

/**
 * All rows of a database as files, and back into an empty one (P29). The bytes of documents are no concern of it, but it tells
 * which of them the rows name. Needs no program beside this one.
 */
public final class RowBackup {
    /** What a secret was for ends with it; a plain message may have been sent before, and is for staff to judge. */
    private static final String DROPPED = "Not sent: the data was restored from a backup.";

    private static final String SETTLED =
            "update {outbox} set state = ?, failure = ?, settled_at = ?, sealed_secret = null,"
                    + " version = version + 1 where state = 'QUEUED' and to_key is not null and sealed_secret is ";

    private final Database database;
    private final Schema schema;

    RowBackup(Database database, Schema schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * Writes all rows, as they were at one instant, to files in a folder that is there and empty. Others read and write
     * meanwhile; a failure leaves files that are worth nothing.
     *
     * @param each told the bytes of each document among these rows
     * @throws SchemaMismatch if there are no tables
     * @throws StorageUnavailable if the database cannot be read
     */
    public RowCopy take(Path folder, Consumer<NamedContent> each) throws IOException {
        try {
            return database.upkeep().take(folder, each);
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot copy the rows of " + database + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts rows back, into a database without any, and brings the tables up to this program. Every session and every
     * outstanding secret is ended, no queued mail will be sent, and nobody can open the database until
     * {@link RestoredRows#release}: what does not come so far must be started again from nothing.
     *
     * @throws RestoreRefused if the rows are another engine's or a newer program's, or the database is not empty
     * @throws StorageUnavailable if the database cannot be written
     */
    public RestoredRows restore(Path folder, RowCopy copy, Instant now) throws IOException {
        refuseOther(copy);
        try {
            if (!database.upkeep().isEmpty()) {
                throw new RestoreRefused(
                        "there is data in " + database + " already: a restore needs an empty database");
            }
            database.upkeep().put(folder, copy);
            schema.migrate();
            endAccess(now);
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot restore the rows into " + database + ": " + e.getMessage(), e);
        }
        return new RestoredRows(
                database,
                new JdbcStorage(database.open(2, 2, Duration.ofSeconds(10)), sql -> {}, RowLevelSecurity.OFF));
    }

    private void refuseOther(RowCopy copy) {
        if (!copy.engine().equals(database.folder())) {
            throw new RestoreRefused("the backup is one of " + copy.engine() + ", and this database is "
                    + database.folder() + ": restore into the same kind");
        }
        if (copy.schemaVersion() > schema.newest()) {
            throw new RestoreRefused("the backup's tables are of version " + copy.schemaVersion()
                    + ", newer than this program, which knows " + schema.newest() + ": run a newer program");
        }
    }

    private void endAccess(Instant now) throws SQLException {
        try (Connection connection = database.connections().getConnection()) {
            connection.setAutoCommit(false);
            RowStream rows = new RowStream(connection, database.dialect());
            rows.change("update {session} set ended_at = ?, version = version + 1 where ended_at is null", now);
            rows.change(
                    "update {secret} set revoked_at = ?"
                            + " where used_at is null and replaced_at is null and revoked_at is null",
                    now);
            for (DeliveryState end : List.of(DeliveryState.DROPPED, DeliveryState.FAILED)) {
                rows.change(SETTLED + (end == DeliveryState.DROPPED ? "not null" : "null"), end, DROPPED, now);
            }
            rows.change("delete from {lease}");
            connection.commit();
        }
    }
}
