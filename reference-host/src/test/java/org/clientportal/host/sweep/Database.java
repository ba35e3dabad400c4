package org.clientportal.host.sweep;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;

/** A database of the host's, and all that stands in it: every row of every table. */
final class Database implements AutoCloseable {
    private final PortalStorage storage;
    private final Connection connection;
    private final String tableNames;
    private final Closeable server;

    private Database(PortalStorage storage, String url, String tableNames, Closeable server) {
        this.storage = storage;
        this.tableNames = tableNames;
        this.server = server;
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Database sqlite(Path folder) {
        Path file = folder.resolve("portal.db");
        PortalStorage storage = JdbcStorage.sqlite(file).migrate().build();
        return new Database(
                storage,
                "jdbc:sqlite:" + file,
                "select name from sqlite_master where type = 'table' and name like 'portal\\_%' escape '\\'",
                () -> {});
    }

    static Database postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            String url = server.getJdbcUrl("postgres", "postgres");
            PortalStorage storage =
                    JdbcStorage.postgres(url, "postgres", "postgres").migrate().build();
            return new Database(
                    storage,
                    url,
                    "select 'client_portal.' || table_name from information_schema.tables"
                            + " where table_schema = 'client_portal' and table_type = 'BASE TABLE'",
                    server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PortalStorage storage() {
        return storage;
    }

    /** What was there before and is no more, and what is there now and was not. */
    List<String> since(SortedMap<String, List<String>> before) {
        List<String> changed = new ArrayList<>();
        rows().forEach((table, rows) -> {
            List<String> old = before.get(table);
            if (!rows.equals(old)) {
                old.stream().filter(row -> !rows.contains(row)).forEach(row -> changed.add("- " + table + ": " + row));
                rows.stream().filter(row -> !old.contains(row)).forEach(row -> changed.add("+ " + table + ": " + row));
            }
        });
        return changed;
    }

    /** Every row, by table. */
    SortedMap<String, List<String>> rows() {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : column(statement, tableNames)) {
                rows.put(table, rows(statement, table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** The names of all columns of all tables. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : column(statement, tableNames)) {
                try (ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
                    for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                        columns.add(none.getMetaData().getColumnName(i));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return columns;
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData meta = found.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                names.add(meta.getColumnName(i) + "=");
            }
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= names.size(); i++) {
                    row.append(names.get(i - 1)).append(found.getString(i)).append(' ');
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    @Override
    public void close() {
        storage.close();
        try {
            connection.close();
            server.close();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
