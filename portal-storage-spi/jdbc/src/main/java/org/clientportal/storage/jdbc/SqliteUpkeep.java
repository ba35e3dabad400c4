package org.clientportal.storage.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/** SQLite: the copy is a database of its own, compacted, made from one snapshot while others write. */
record SqliteUpkeep(SqliteDatabase database) implements Upkeep {
    private static final String COPY = "portal.db";
    private static final String TABLES = "select name from sqlite_schema where type = 'table' and name ";
    private static final String OURS = "like 'portal\\_%' escape '\\'";

    @Override
    public RowCopy take(Path folder, Consumer<NamedContent> each) throws SQLException, IOException {
        Path copy = folder.resolve(COPY);
        try (Connection connection = database.connections().getConnection();
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
        sync(copy);
        SQLiteConfig untouched = new SQLiteConfig();
        untouched.setReadOnly(true);
        try (Connection connection = untouched.createConnection("jdbc:sqlite:" + copy)) {
            RowStream rows = stream(connection);
            int version = new Schema(database)
                    .version(connection)
                    .orElseThrow(() -> new SchemaMismatch("no portal tables in " + database));
            rows.each(NamedContent::read, each, "select " + NamedContent.COLUMNS + " from {document}");
            return new RowCopy(database.folder(), version, counts(rows));
        }
    }

    private static Map<String, Long> counts(RowStream rows) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : rows.list(Row::text, TABLES + OURS + " order by name")) {
            String name = table.substring(SqliteDialect.TABLE_PREFIX.length());
            if (!NOT_COPIED.contains(name)) {
                counts.putAll(rows.list(row -> Map.of(name, row.number()), "select count(*) from " + table)
                        .get(0));
            }
        }
        return counts;
    }

    @Override
    public boolean isEmpty() throws SQLException {
        if (!database.exists()) {
            return true;
        }
        try (Connection connection = database.connections().getConnection()) {
            RowStream rows = stream(connection);
            List<String> others = rows.list(Row::text, TABLES + "not " + OURS);
            return others.isEmpty() && counts(rows).values().stream().allMatch(count -> count == 0);
        }
    }

    @Override
    public void put(Path folder, RowCopy copy) throws SQLException, IOException {
        Path file = database.file();
        Path beside = file.resolveSibling(file.getFileName() + ".restoring");
        delete(beside);
        Files.copy(folder.resolve(COPY), beside);
        mark(beside);
        sync(beside);
        delete(file);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        sync(file.toAbsolutePath().resolveSibling(""));
    }

    private static void mark(Path file) throws SQLException {
        // As it was copied, not yet in WAL mode: there is one file, and it is whole once this is closed.
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + SqliteDialect.TABLE_PREFIX + Schema.RESTORING + " (since integer)");
        }
    }

    private static void delete(Path file) throws IOException {
        for (String part : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void inspect(Connection connection, Consumer<String> wrong) throws SQLException {
        RowStream rows = stream(connection);
        rows.list(Row::text, "pragma integrity_check").stream()
                .filter(line -> !line.equals("ok"))
                .forEach(line -> wrong.accept("the database's file: " + line));
        rows.each(
                row -> row.text() + " refers to " + row.number() + " rows of " + row.text() + " that are not there",
                wrong,
                "select \"table\", count(*), parent from pragma_foreign_key_check group by \"table\", parent");
    }

    private static RowStream stream(Connection connection) {
        return new RowStream(connection, new SqliteDialect());
    }
}
