package org.clientportal.storage.jdbc;

import java.nio.file.Path;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.tck.ClientsSuite;
import org.clientportal.storage.tck.StorageConformance;
import org.clientportal.storage.tck.UnitsSuite;
import org.clientportal.storage.tck.Writers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest implements StorageConformance {
    @TempDir
    private static Path folder;

    private static PortalStorage storage;

    @BeforeAll
    static void open() {
        storage = JdbcStorage.sqlite(folder.resolve("portal.db")).migrate().build();
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Override
    public PortalStorage storage() {
        return storage;
    }

    @Override
    public PortalStorage another() {
        return JdbcStorage.sqlite(folder.resolve("another.db")).migrate().build();
    }

    @Override
    public Writers writers() {
        return Writers.TAKE_TURNS;
    }

    @Nested
    class Units extends UnitsSuite {}

    @Nested
    class Clients extends ClientsSuite {}
}
