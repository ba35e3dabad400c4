package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A new database with the two roles that row-level security wants: one that owns the tables and one that the program runs
 * as. They go with the server.
 */
record TestRoles(TestPostgres database, String owner, String app) {
    private static final String PASSWORD = "secret";

    static TestRoles fresh() throws SQLException {
        TestPostgres database = TestPostgres.fresh();
        String suffix = UUID.randomUUID().toString().replace("-", "");
        TestRoles roles = new TestRoles(database, "owner_" + suffix, "app_" + suffix);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {roles.owner, roles.app}) {
                statement.execute("create role " + role + " login password '" + PASSWORD + "'");
            }
            statement.execute("grant create on database " + connection.getCatalog() + " to " + roles.owner);
        }
        return roles;
    }

    /** Without the user that it may name, who would come first. */
    private String url() {
        return database.url().replaceFirst("\\?.*", "");
    }

    /** As the owner, who migrates. */
    JdbcStorageBuilder asOwner() {
        return JdbcStorage.postgres(url(), owner, PASSWORD).appRole(app);
    }

    /** As the program. */
    JdbcStorageBuilder asApp() {
        return JdbcStorage.postgres(url(), app, PASSWORD);
    }

    /** A connection as the owner, past the storage. */
    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url(), owner, PASSWORD);
    }

    /** A connection as the program, past the storage. */
    Connection connectAsApp() throws SQLException {
        return DriverManager.getConnection(url(), app, PASSWORD);
    }
}
