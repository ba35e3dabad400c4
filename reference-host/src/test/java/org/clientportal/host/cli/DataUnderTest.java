package org.clientportal.host.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Settings;

/**
 * A configuration file, the data that it names, and the commands on it.
 *
 * @param database how statements past the portal reach its database
 */
record DataUnderTest(Path folder, Path file, String database) {
    static DataUnderTest onSqlite(Path folder) throws IOException {
        return new DataUnderTest(folder, write(folder, List.of()), "jdbc:sqlite:" + folder.resolve("data/portal.db"));
    }

    /** In a database of its own, which goes with the server. */
    static DataUnderTest onPostgres(Path folder) throws IOException, SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(Server.URL);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = Server.DATABASE.matcher(Server.URL).replaceFirst("$1" + name + "$2");
        List<String> lines = List.of("database: {url: '" + url + "', user: postgres, connections: 4}");
        return new DataUnderTest(folder, write(folder, lines), url);
    }

    /** The same data with another login to its PostgreSQL and more keys of it, in a file of its own. */
    DataUnderTest as(String user, Path password, String more) throws IOException {
        List<String> lines = List.of("database: {url: '" + database.replaceFirst("[?].*", "") + "', user: " + user
                + ", password-file: " + password + ", connections: 4, " + more + "}");
        return new DataUnderTest(folder, write(folder, user + ".yaml", lines), database);
    }

    private static Path write(Path folder, List<String> database) throws IOException {
        return write(folder, "portal.yaml", database);
    }

    private static Path write(Path folder, String name, List<String> database) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(List.of(
                "data: " + folder.resolve("data"), "log: {level: error}", "listen: {port: 0, host: 127.0.0.1}"));
        lines.addAll(database);
        return Files.write(folder.resolve(name), lines);
    }

    HostConfig config() {
        return HostConfig.of(Settings.read(Optional.of(file), Map.of()));
    }

    /** Types a command with this configuration. */
    Typed portal(String command, Object... words) {
        List<String> all = new ArrayList<>(List.of(command, "--config", file.toString()));
        for (Object word : words) {
            all.add(word.toString());
        }
        return Typed.at(all.toArray(String[]::new));
    }

    /** Runs statements past the portal. */
    void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of what a query finds past the portal. */
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    boolean isSqlite() {
        return database.startsWith("jdbc:sqlite:");
    }

    /** What leads the names of its tables. */
    String tables() {
        return isSqlite() ? "portal_" : "client_portal.";
    }

    /** Started by its first use. */
    private static final class Server {
        static final Pattern DATABASE = Pattern.compile("(jdbc:postgresql://[^/]*/)[^?]*(.*)");
        static final String URL = Optional.ofNullable(System.getenv("PORTAL_TEST_POSTGRES_URL"))
                .filter(url -> !url.isBlank())
                .orElseGet(Server::start);

        private static String start() {
            try {
                return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
