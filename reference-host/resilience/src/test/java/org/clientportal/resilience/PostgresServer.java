package org.clientportal.resilience;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A PostgreSQL server of a test's own, which can be stopped in any way and started again on the same port and data. */
final class PostgresServer implements AutoCloseable {
    static final String USER = "postgres";

    private final Path data;
    private final EmbeddedPostgres server;
    private final List<String> command;

    private PostgresServer(Path data, Map<String, String> settings) {
        this.data = data;
        this.server = launch(settings);
        this.command = command();
    }

    /**
     * Starts one.
     *
     * @param data the folder of its data, which need not be there
     * @param settings of {@code postgresql.conf}
     */
    static PostgresServer start(Path data, Map<String, String> settings) {
        return new PostgresServer(data, settings);
    }

    /** A new, empty database: its JDBC address. */
    String fresh() throws SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        run("create database " + name);
        return server.getJdbcUrl(USER, name);
    }

    /** Runs a statement past the portal. */
    void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(USER, "postgres"), USER, USER);
    }

    /** Freezes all its processes: connections stay, and nothing is answered. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, String.valueOf(postmaster.pid())));
        postmaster.descendants().forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all its processes at once, without writing anything more, as {@code pg_ctl stop -m immediate} does. */
    void stopImmediately() {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(postmaster.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HostProcess.await("the end of PostgreSQL", () -> !postmaster.isAlive());
    }

    /** Starts it again, as it was started; what was not whole is recovered from its log. */
    void startAgain() {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HostProcess.await("PostgreSQL", this::answers);
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The words of its command; it refuses to run as root. */
    private List<String> command() {
        ProcessHandle.Info info = ProcessHandle.of(postmaster()).orElseThrow().info();
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(info.command().orElseThrow());
        words.addAll(List.of(info.arguments().orElseThrow()));
        return words;
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres launch(Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // As in earnest: what embedded servers save by it is what these tests are about.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on");
        settings.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
