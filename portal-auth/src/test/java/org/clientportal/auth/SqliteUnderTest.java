package org.clientportal.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.testkit.StorageUnderTest;

/** A new SQLite file. */
public final class SqliteUnderTest implements StorageUnderTest {
    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public PortalStorage open() {
        try {
            Path folder = Files.createTempDirectory("portal-auth");
            return JdbcStorage.sqlite(folder.resolve("portal.db")).migrate().build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean onlyInFull() {
        return false;
    }
}
