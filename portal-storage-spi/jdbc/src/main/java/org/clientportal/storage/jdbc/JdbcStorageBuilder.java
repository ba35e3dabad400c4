package org.clientportal.storage.jdbc;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** Opens a {@link JdbcStorage}. Not thread-safe. */
public final class JdbcStorageBuilder {
    private final Database database;
    private final Schema schema;
    private int writers = 10;
    private int readers = 10;
    private Duration patience = Duration.ofSeconds(10);
    private Consumer<String> listener = sql -> {};
    private Optional<String> appRole = Optional.empty();
    private RowLevelSecurity rows = RowLevelSecurity.OFF;

    JdbcStorageBuilder(Database database) {
        this(database, Schema.NEWEST);
    }

    /** @param version of the program: another one's, for tests of how they get along */
    JdbcStorageBuilder(Database database, int version) {
        this.database = database;
        this.schema = new Schema(database, version);
    }

    /**
     * Brings the database's tables up to this program's version, now; does nothing where they are. The scripts lie under
     * {@code portal-migrations} on the class path, for whoever would rather run them otherwise.
     *
     * @throws SchemaMismatch if the tables were made by other scripts than this program's, or the roles cannot be set up
     * @throws StorageUnavailable if the database cannot be reached or written
     */
    public JdbcStorageBuilder migrate() {
        schema.migrate();
        new Roles(database).setUp(appRole, rows);
        return this;
    }

    /**
     * The role that the program will run as, where that is not the one that migrates (PostgreSQL). {@link #migrate} after this
     * grants it what it needs and no more: of the audit it can only add and read records, and it cannot change tables.
     *
     * @param name of a role that exists
     */
    public JdbcStorageBuilder appRole(String name) {
        appRole = Optional.of(name);
        return this;
    }

    /**
     * Whether PostgreSQL itself holds each unit to its practice, off unless told. {@link #migrate} after this, as the owner,
     * puts the policies in place; {@link #build}, as the program's own role, has every unit say what it reaches.
     */
    public JdbcStorageBuilder rowLevelSecurity(RowLevelSecurity value) {
        rows = value;
        return this;
    }

    /**
     * The version of the database's tables.
     *
     * @throws SchemaMismatch if this program does not run with them, since they are missing, older or too new
     * @throws StorageUnavailable if the database cannot be reached
     */
    public int schemaVersion() {
        return schema.checkedVersion();
    }

    /** Copies its rows out and puts them back; not for an embedder's own database, which holds rows of others too. */
    public RowBackup backup() {
        return new RowBackup(database, schema);
    }

    /** Looks it over for what is wrong, likewise. */
    public Inspection inspection() {
        return new Inspection(database);
    }

    /** How many units may write at once, 10 unless told; SQLite has one writer always. */
    public JdbcStorageBuilder writers(int connections) {
        writers = positive(connections);
        return this;
    }

    /** How many units may read at once, 10 unless told. */
    public JdbcStorageBuilder readers(int connections) {
        readers = positive(connections);
        return this;
    }

    /** How long a unit waits for a connection before it is {@link StorageUnavailable}, 10 s unless told. */
    public JdbcStorageBuilder patience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Hears each statement before it runs, on the unit's thread; for metrics and tests. Arguments are never told. */
    public JdbcStorageBuilder onStatement(Consumer<String> heard) {
        listener = heard;
        return this;
    }

    /**
     * Opens the storage.
     *
     * @throws SchemaMismatch like {@link #schemaVersion}; with row-level security also for a superuser, an owner of the tables
     *     or a role with BYPASSRLS, and where tables lack it; without it, where they have it
     * @throws StorageUnavailable if the database cannot be reached
     */
    public JdbcStorage build() {
        schemaVersion();
        new Roles(database).check(rows);
        return new JdbcStorage(database.open(writers, readers, patience), listener, rows);
    }

    private static int positive(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("needs at least one connection");
        }
        return connections;
    }
}
