package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of one database: brings them up to this program's version and tells whether they fit it. */
final class Schema {
    /** The newest script that this program has, and so the version that its statements are written for. */
    static final int NEWEST = 2;

    static final String HISTORY = "portal_schema_history";
    static final String COMPATIBILITY = "schema_compatibility";
    /** The table that is there while rows are put back, and refuses everybody else (P29). */
    static final String RESTORING = "restoring";

    private final Database database;
    private final int newest;

    Schema(Database database) {
        this(database, NEWEST);
    }

    /** @param newest the version of the program whose schema it is: another one's, for tests of how they get along */
    Schema(Database database, int newest) {
        this.database = database;
        this.newest = newest;
    }

    /**
     * Runs the scripts that have not run yet; nothing if there are none. Several processes may do so at once.
     *
     * @throws SchemaMismatch if a script that ran is not the one that this program has
     * @throws StorageUnavailable if the database cannot be reached or written
     */
    void migrate() {
        migrateTo(newest);
    }

    /** Like {@link #migrate}, up to a version. */
    void migrateTo(int version) {
        FluentConfiguration configuration = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.connections())
                .locations("classpath:portal-migrations/" + database.folder())
                .target(String.valueOf(version))
                .table(HISTORY)
                // Beside an embedder's own tables, which Flyway would otherwise refuse to share a schema with.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        database.schema().ifPresent(configuration::defaultSchema);
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            throw unreachable(e)
                    .<RuntimeException>map(cause ->
                            new StorageUnavailable("cannot migrate " + database + ": " + cause.getMessage(), e))
                    .orElseGet(() -> new SchemaMismatch("cannot migrate " + database + ": " + e.getMessage(), e));
        }
    }

    /** What the database itself said; empty if it is the scripts that do not fit. */
    private static Optional<Throwable> unreachable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .findFirst();
    }

    /**
     * The version that the database has.
     *
     * @throws SchemaMismatch unless this program's statements run against it: it was not migrated, or is too new
     * @throws StorageUnavailable if the database cannot be reached
     */
    int checkedVersion() {
        int version = version()
                .orElseThrow(() -> new SchemaMismatch("no portal tables in " + database + ": migrate it first"));
        String found = "the tables in " + database + " are of version " + version;
        if (version < newest) {
            throw new SchemaMismatch(found + ", this program needs " + newest + ": migrate them first");
        }
        if (version > newest && oldestProgramFor(version) > newest) {
            throw new SchemaMismatch(
                    found + ", newer than this program, which knows " + newest + ": run a newer program");
        }
        if (look(connection -> isRestoring(connection) ? Optional.of(version) : Optional.empty())
                .isPresent()) {
            throw new SchemaMismatch("a restore into " + database + " did not come to its end: start it again");
        }
        return version;
    }

    /** The version of the program whose schema this is. */
    int newest() {
        return newest;
    }

    /** The version of the tables that are there, whatever this program thinks of them. */
    Optional<Integer> version() {
        return look(this::version);
    }

    /** Likewise, as this connection's transaction sees it. */
    Optional<Integer> version(Connection connection) throws SQLException {
        String history = database.schema().map(schema -> schema + "." + HISTORY).orElse(HISTORY);
        return hasTable(connection, HISTORY)
                ? number(
                        connection,
                        "select max(cast(version as integer)) from " + history
                                + " where success and version is not null and version <> '0'")
                : Optional.empty();
    }

    private boolean isRestoring(Connection connection) throws SQLException {
        return hasTable(connection, database.schema().isPresent() ? RESTORING : database.tablePrefix() + RESTORING);
    }

    private boolean hasTable(Connection connection, String name) throws SQLException {
        String schema = database.schema().orElse(null);
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, name, null)) {
            return tables.next();
        }
    }

    /** A newer schema says itself which program of before still runs with it; one that says nothing fits none. */
    private int oldestProgramFor(int version) {
        String sql =
                "select oldest_program from " + database.tablePrefix() + COMPATIBILITY + " where version = " + version;
        return look(connection -> number(connection, sql)).orElse(version);
    }

    private Optional<Integer> look(Look look) {
        if (!database.exists()) {
            return Optional.empty();
        }
        try (Connection connection = database.connections().getConnection()) {
            return look.at(connection);
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot open " + database + ": " + e.getMessage(), e);
        }
    }

    /** Asks something of a connection. */
    private interface Look {
        Optional<Integer> at(Connection connection) throws SQLException;
    }

    private static Optional<Integer> number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getObject(1) != null ? Optional.of(result.getInt(1)) : Optional.empty();
        }
    }
}
