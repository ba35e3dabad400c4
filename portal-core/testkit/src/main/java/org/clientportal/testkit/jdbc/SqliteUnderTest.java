package org.clientportal.testkit.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.testkit.StorageUnderTest;

/** SQLite, in a file that is gone with this process. */
public final class SqliteUnderTest implements StorageUnderTest {
    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public PortalStorage open() {
        return JdbcStorage.sqlite(file()).migrate().build();
    }

    @Override
    public boolean onlyInFull() {
        return false;
    }

    private static Path file() {
        try {
            Path folder = Files.createTempDirectory("scenarios");
            // Deleted last first, so the folder comes before what lies in it.
            folder.toFile().deleteOnExit();
            for (String name : List.of("portal.db", "portal.db-wal", "portal.db-shm")) {
                folder.resolve(name).toFile().deleteOnExit();
            }
            return folder.resolve("portal.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
