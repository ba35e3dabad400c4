package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of one database: brings them up to this program's version and tells whether they fit it. */
final class Schema {
    /** The newest script that this program has, and so the version that its statements are written for. */
    static final int NEWEST = 1;

    private static final String HISTORY = "portal_schema_history";

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /**
     * Runs the scripts that have not run yet; nothing if there are none. Several processes may do so at once.
     *
     * @throws SchemaMismatch if a script that ran is not the one that this program has
     * @throws StorageUnavailable if the database cannot be reached or written
     */
    void migrate() {
        FluentConfiguration configuration = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.connections())
                .locations("classpath:portal-migrations/" + database.folder())
                .table(HISTORY)
                // Beside an embedder's own tables, which Flyway would otherwise refuse to share a schema with.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        if (database instanceof PostgresDatabase) {
            configuration.defaultSchema(PostgresDatabase.SCHEMA).schemas(PostgresDatabase.SCHEMA);
        }
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            throw rootIsSql(e)
                    ? new StorageUnavailable("cannot migrate " + database, e)
                    : new SchemaMismatch("cannot migrate " + database + ": " + e.getMessage(), e);
        }
    }

    private static boolean rootIsSql(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && (cause instanceof SQLException || rootIsSql(cause));
    }

    /**
     * The version that the database has.
     *
     * @throws SchemaMismatch unless this program's statements run against it: it was not migrated, or is too new
     * @throws StorageUnavailable if the database cannot be reached
     */
    int checkedVersion() {
        try (Connection connection = database.connections().getConnection()) {
            int version = version(connection)
                    .orElseThrow(() -> new SchemaMismatch("no portal tables in " + database + ": migrate it first"));
            if (version < NEWEST) {
                throw new SchemaMismatch("the tables in " + database + " are of version " + version
                        + ", this program needs " + NEWEST + ": migrate them first");
            }
            if (version > NEWEST && !runsOlderPrograms(connection, version)) {
                throw new SchemaMismatch("the tables in " + database + " are of version " + version
                        + ", newer than this program, which knows " + NEWEST + ": run a newer program");
            }
            return version;
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot open " + database, e);
        }
    }

    private Optional<Integer> version(Connection connection) throws SQLException {
        if (!hasHistory(connection)) {
            return Optional.empty();
        }
        String history = database instanceof PostgresDatabase ? PostgresDatabase.SCHEMA + "." + HISTORY : HISTORY;
        String sql = "select max(cast(version as integer)) from " + history
                + " where success and version is not null and version <> '0'";
        return number(connection, sql);
    }

    private boolean hasHistory(Connection connection) throws SQLException {
        String schema = database instanceof PostgresDatabase ? PostgresDatabase.SCHEMA : null;
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, HISTORY, null)) {
            return tables.next();
        }
    }

    /** Whether a newer schema says itself that a program of this version still runs with it. */
    private boolean runsOlderPrograms(Connection connection, int version) throws SQLException {
        String sql = "select oldest_program from " + database.tablePrefix() + "schema_compatibility where version = "
                + version;
        return number(connection, sql).filter(oldest -> oldest <= NEWEST).isPresent();
    }

    private static Optional<Integer> number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return result.next()
                    ? Optional.ofNullable(result.getObject(1)).map(n -> ((Number) n).intValue())
                    : Optional.empty();
        }
    }
}
