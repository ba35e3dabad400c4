package org.clientportal.storage.jdbc;

import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.tck.ClientsSuite;
import org.clientportal.storage.tck.StorageConformance;
import org.clientportal.storage.tck.UnitsSuite;
import org.clientportal.storage.tck.Writers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class PostgresStorageTest implements StorageConformance {

    private static PortalStorage storage;

    @BeforeAll
    static void open() {
        storage = TestPostgres.builder().migrate().build();
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
        return TestPostgres.builder().migrate().build();
    }

    @Override
    public Writers writers() {
        return Writers.WAIT;
    }

    @Nested
    class Units extends UnitsSuite {}

    @Nested
    class Clients extends ClientsSuite {}
}
