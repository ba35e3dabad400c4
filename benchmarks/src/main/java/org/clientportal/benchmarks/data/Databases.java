package org.clientportal.benchmarks.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.clientportal.benchmarks.data.Database.Engine;
import org.jspecify.annotations.Nullable;

/** Databases that last as long as a measurement: a PostgreSQL server of its own, started when first needed, and files. */
public final class Databases implements AutoCloseable {
    private final Path folder;
    private @Nullable EmbeddedPostgres server;

    /** @param folder on a real disk, for the databases' files */
    public Databases(Path folder) {
        this.folder = folder;
    }

    /** A new, empty database; the portal's tables are made in it. */
    public Database create(Engine engine, String name) {
        Database database = engine == Engine.SQLITE ? Database.sqlite(folder.resolve(name + ".db")) : postgres(name);
        database.storage().migrate();
        return database;
    }

    private Database postgres(String name) {
        try {
            EmbeddedPostgres running = server;
            if (running == null) {
                // What a small server of one's own has; durable like one that is operated.
                running = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("max_connections", "100")
                        .start();
                server = running;
            }
            try (Connection connection = running.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "create database " + name + " encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0");
            }
            return new Database(
                    Engine.POSTGRES, "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name, "postgres");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
