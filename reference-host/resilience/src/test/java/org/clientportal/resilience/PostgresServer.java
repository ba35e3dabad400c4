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
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    private PostgresServer(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
        this.server = launch(0);
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

    /** Starts it again, on its port; what was not whole is recovered from its log. */
    void startAgain() {
        int port = server.getPort();
        close();
        server = launch(port);
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres launch(int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
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
