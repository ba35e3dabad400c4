package org.clientportal.resilience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.host.config.DatabaseConfig;
import org.clientportal.host.config.HostConfig;

/** Looks past the host into its database and its files, and tells what should not be. Nobody may write meanwhile. */
final class Evidence {
    private final HostConfig config;
    /** Files whose bytes were found whole: read but once, since they are never written again. */
    private final Set<String> whole = new HashSet<>();

    Evidence(HostConfig config) {
        this.config = config;
    }

    private record Stored(String content, long size, String sha256, boolean trashed) {}

    /** What is lost, half or too much, given what was acknowledged; empty if all is well. */
    List<String> flaws(Journal journal) throws SQLException, IOException {
        List<String> flaws = new ArrayList<>();
        try (Connection connection = connect()) {
            if (config.database() instanceof DatabaseConfig.Sqlite) {
                strings(connection, "pragma integrity_check").stream()
                        .filter(line -> !line.equals("ok"))
                        .forEach(line -> flaws.add("integrity: " + line));
                strings(connection, "pragma foreign_key_check").forEach(line -> flaws.add("foreign key: " + line));
            }
            Map<String, Stored> documents = documents(connection);
            List<String> clients = strings(connection, "select id from " + table("client"));
            acknowledged(journal, documents, clients, flaws);
            names(journal, connection, flaws);
            recorded(connection, "document_uploaded", documents.keySet(), flaws);
            recorded(connection, "client_created", clients, flaws);
            folders(connection, clients, flaws);
            bytes(documents, strings(connection, "select content from " + table("pending_content")), flaws);
        }
        return flaws;
    }

    private static void acknowledged(
            Journal journal, Map<String, Stored> documents, List<String> clients, List<String> flaws) {
        journal.uploads().forEach((id, upload) -> {
            Stored stored = documents.get(id);
            if (stored == null) {
                flaws.add("lost: document " + id);
            } else if (!stored.sha256().equals(upload.sha256()) || stored.size() != upload.length()) {
                flaws.add("changed: document " + id);
            } else if (stored.trashed() && !journal.mayBeDeleted(id)) {
                flaws.add("deleted by nobody: document " + id);
            } else if (!stored.trashed() && journal.deletions().contains(id)) {
                flaws.add("lost: the deletion of document " + id);
            }
        });
        Set<String> there = new HashSet<>(clients);
        journal.clients().stream().filter(id -> !there.contains(id)).forEach(id -> flaws.add("lost: client " + id));
    }

    /** The newest acknowledged name, or a newer one that was asked for. */
    private void names(Journal journal, Connection connection, List<String> flaws) throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, name from " + table("client"))) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
        journal.names().forEach((client, acknowledged) -> {
            String name = names.getOrDefault(client, "");
            long number = Long.parseLong("0" + name.replaceAll("\\D", ""));
            if (number < acknowledged || number > journal.newestNameAsked(client)) {
                flaws.add("client " + client + " is called " + name + ", not " + acknowledged + " or newer");
            }
        });
    }

    /** What is made and the record of its making are one unit: there is exactly one for each. */
    private void recorded(Connection connection, String action, Collection<String> made, List<String> flaws)
            throws SQLException {
        List<String> records =
                strings(connection, "select object_id from " + table("audit") + " where action = '" + action + "'");
        Set<String> there = new HashSet<>(made);
        Set<String> once = new HashSet<>();
        records.stream().filter(id -> !once.add(id)).forEach(id -> flaws.add("recorded twice: " + id));
        there.stream().filter(id -> !once.contains(id)).forEach(id -> flaws.add("not recorded: " + id));
        once.stream().filter(id -> !there.contains(id)).forEach(id -> flaws.add("recorded, and not there: " + id));
    }

    /** A client is made with its three folders. */
    private void folders(Connection connection, List<String> clients, List<String> flaws) throws SQLException {
        Map<String, Long> folders = strings(connection, "select client_id from " + table("folder")).stream()
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        clients.stream()
                .filter(id -> folders.getOrDefault(id, 0L) != 3)
                .forEach(id -> flaws.add("client " + id + " has " + folders.getOrDefault(id, 0L) + " folders"));
    }

    /** Every row has its bytes; bytes without a document are named by a pending row. */
    private void bytes(Map<String, Stored> documents, List<String> pending, List<String> flaws) throws IOException {
        Set<String> named = new HashSet<>(pending);
        for (Map.Entry<String, Stored> entry : documents.entrySet()) {
            Stored stored = entry.getValue();
            named.add(stored.content());
            Path file = file(stored.content());
            if (!Files.exists(file)) {
                flaws.add("no bytes: document " + entry.getKey());
            } else if (Files.size(file) != stored.size() || !isWhole(stored, file)) {
                flaws.add("other bytes: document " + entry.getKey());
            }
        }
        for (String key : keys()) {
            if (!named.contains(key)) {
                flaws.add("bytes of nobody: " + key);
            }
        }
    }

    private boolean isWhole(Stored stored, Path file) throws IOException {
        if (whole.contains(stored.content())) {
            return true;
        }
        return Traffic.sha256(Files.readAllBytes(file)).equals(stored.sha256()) && whole.add(stored.content());
    }

    private List<String> keys() throws IOException {
        Path root = config.files();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> !file.startsWith("unfinished"))
                    .map(file -> file.getName(0) + "/" + file.getFileName())
                    .toList();
        }
    }

    private Path file(String content) {
        String[] parts = content.split("/", 2);
        return config.files()
                .resolve(parts[0])
                .resolve(parts[1].substring(0, 2))
                .resolve(parts[1]);
    }

    private Map<String, Stored> documents(Connection connection) throws SQLException {
        Map<String, Stored> documents = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, content, size, sha256, trashed_at from " + table("document"))) {
            while (rows.next()) {
                documents.put(
                        rows.getString(1),
                        new Stored(rows.getString(2), rows.getLong(3), rows.getString(4), rows.getObject(5) != null));
            }
        }
        return documents;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private String table(String name) {
        return (config.database() instanceof DatabaseConfig.Sqlite ? "portal_" : "client_portal.") + name;
    }

    /** How many rows a table has, or so many of them as a condition behind its name admits. */
    long count(String rows) {
        return Long.parseLong(one("select count(*) from " + table(rows)));
    }

    /** The first value that a query gives; empty if it has no row. */
    String one(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection past the portal. */
    Connection connect() throws SQLException {
        if (config.database() instanceof DatabaseConfig.Postgres postgres) {
            return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.user());
        }
        return DriverManager.getConnection("jdbc:sqlite:" + ((DatabaseConfig.Sqlite) config.database()).file());
    }
}
