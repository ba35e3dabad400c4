package org.clientportal.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** What the roles of a PostgreSQL database may, beyond what the statements of a program ask: grants and policies. */
final class Roles {
    private static final String SCRIPTS = "/portal-migrations/postgres-options/";

    /** One row: what row-level security comes to for whoever asks. */
    private static final String STATE = "select count(*) filter (where row_security_active(c.oid)), count(*),"
            + " bool_or(r.rolsuper or r.rolbypassrls), bool_or(pg_has_role(c.relowner, 'usage')), min(r.rolname)"
            + " from pg_class c"
            + " join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped"
            + " join pg_roles r on r.rolname = current_user"
            + " where c.relnamespace = 'client_portal'::regnamespace and c.relkind = 'r'";

    private final Database database;

    Roles(Database database) {
        this.database = database;
    }

    /** Grants and guards, as the owner of the tables; does nothing again that is done. */
    void setUp(Optional<String> appRole, RowLevelSecurity rows) {
        if (appRole.isEmpty() && rows == RowLevelSecurity.OFF) {
            return;
        }
        requirePostgres();
        try (Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            if (appRole.isPresent()) {
                name(connection, appRole.get());
                statement.execute(script("app-role.sql"));
            }
            if (rows == RowLevelSecurity.ON) {
                statement.execute(script("row-level-security.sql"));
            }
        } catch (SQLException e) {
            throw new SchemaMismatch("cannot set up the roles of " + database + ": " + e.getMessage(), e);
        }
    }

    /**
     * Refuses a login under which row-level security would not hold, or under which it would, unwanted, hide every row.
     *
     * @throws SchemaMismatch saying what to do
     */
    void check(RowLevelSecurity wanted) {
        if (database.schema().isEmpty()) {
            if (wanted == RowLevelSecurity.ON) {
                requirePostgres();
            }
            return;
        }
        try (Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery(STATE)) {
            state.next();
            check(wanted, state);
        } catch (SQLException e) {
            throw new StorageUnavailable("cannot open " + database + ": " + e.getMessage(), e);
        }
    }

    private void check(RowLevelSecurity wanted, ResultSet state) throws SQLException {
        int guarded = state.getInt(1);
        String role = state.getString(5);
        if (wanted == RowLevelSecurity.OFF) {
            require(guarded == 0, "row-level security is on in " + database + ": switch it on here too");
            return;
        }
        require(
                !state.getBoolean(3),
                role + " is a superuser or has BYPASSRLS, so that row-level security stops nothing:"
                        + " run the program as a role of its own");
        require(
                !state.getBoolean(4),
                role + " owns the tables and could switch row-level security off:"
                        + " run the program as another role");
        require(
                guarded == state.getInt(2),
                "not every table in " + database + " has row-level security:" + " migrate with it switched on");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SchemaMismatch(otherwise);
        }
    }

    private void requirePostgres() {
        if (database.schema().isEmpty()) {
            throw new IllegalStateException("only PostgreSQL has roles and row-level security");
        }
    }

    private static void name(Connection connection, String appRole) throws SQLException {
        try (PreparedStatement named = connection.prepareStatement("select set_config('portal.app_role', ?, false)")) {
            named.setString(1, appRole);
            named.execute();
        }
    }

    private static String script(String name) {
        try (InputStream script = Roles.class.getResourceAsStream(SCRIPTS + name)) {
            if (script == null) {
                throw new IllegalStateException("not on the path: " + SCRIPTS + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
