package org.clientportal.storage.jdbc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL: a file for each table, in COPY's text format, all from one snapshot. */
record PostgresUpkeep(PostgresDatabase database) implements Upkeep {
    private static final int BUFFER = 1 << 16;

    @Override
    public RowCopy take(Path folder, Consumer<NamedContent> each) throws SQLException, IOException {
        try (Connection connection = snapshot()) {
            int version = new Schema(database)
                    .version(connection)
                    .orElseThrow(() -> new SchemaMismatch("no portal tables in " + database));
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String table : new PostgresTables(stream(connection)).parentsFirst()) {
                try (FileOutputStream file =
                                new FileOutputStream(file(folder, table).toFile());
                        OutputStream out = new BufferedOutputStream(file, BUFFER)) {
                    counts.put(table, copies.copyOut("copy " + named(table) + " to stdout with (header)", out));
                    out.flush();
                    file.getFD().sync();
                }
            }
            stream(connection).each(NamedContent::read, each, "select " + NamedContent.COLUMNS + " from {document}");
            connection.rollback();
            return new RowCopy(database.folder(), version, counts);
        }
    }

    /** A connection whose transaction sees one instant, and fails where a policy would hide rows from it. */
    private Connection snapshot() throws SQLException {
        Connection connection = database.connections().getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        execute(connection, "set local row_security = off");
        return connection;
    }

    @Override
    public boolean isEmpty() throws SQLException {
        try (Connection connection = database.connections().getConnection()) {
            RowStream rows = stream(connection);
            for (String table : new PostgresTables(rows).parentsFirst()) {
                if (!rows.list(row -> true, "select 1 from " + named(table) + " limit 1")
                        .isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void put(Path folder, RowCopy copy) throws SQLException, IOException {
        Schema schema = new Schema(database);
        schema.migrateTo(copy.schemaVersion());
        if (!schema.version().equals(Optional.of(copy.schemaVersion()))) {
            throw new RestoreRefused("the tables in " + database + " are newer than the backup's: drop them first");
        }
        try (Connection connection = database.connections().getConnection()) {
            execute(connection, "create table if not exists " + named(Schema.RESTORING) + " (since bigint)");
            connection.setAutoCommit(false);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<String, Long> table : copy.rows().entrySet()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file(folder, table.getKey())))) {
                    long rows = copies.copyIn(
                            "copy " + named(table.getKey()) + " from stdin with (header match)", in, BUFFER);
                    if (rows != table.getValue()) {
                        throw new RestoreRefused("the backup should have " + table.getValue() + " rows of "
                                + table.getKey() + " and has " + rows);
                    }
                }
            }
            connection.commit();
        }
    }

    @Override
    public void inspect(Connection connection, Consumer<String> wrong) throws SQLException {
        RowStream rows = stream(connection);
        for (PostgresTables.Reference reference : new PostgresTables(rows).references()) {
            rows.each(
                    Row::number,
                    count -> {
                        if (count > 0) {
                            wrong.accept(reference.child() + " refers to " + count + " rows of " + reference.parent()
                                    + " that are not there");
                        }
                    },
                    reference.dangling());
        }
    }

    private static Path file(Path folder, String table) {
        return folder.resolve(table + ".copy");
    }

    private static String named(String table) {
        return PostgresDialect.SCHEMA + ".\"" + table + "\"";
    }

    private static RowStream stream(Connection connection) {
        return new RowStream(connection, new PostgresDialect());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
