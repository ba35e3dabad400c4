package org.clientportal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.clientportal.benchmarks.data.Database;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.benchmarks.data.Databases;
import org.clientportal.benchmarks.data.Seed;
import org.clientportal.benchmarks.data.Size;
import org.clientportal.benchmarks.report.Statements;
import org.clientportal.core.secret.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the measurements rest on, in small. */
class StatementsTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("a request costs the statements that the README tells")
    void aRequestCostsTheStatementsThatTheReadmeTells() throws IOException {
        KeyRing keys = KeyRing.random("k1");
        try (Databases databases = new Databases(folder)) {
            Database database = databases.create(Engine.SQLITE, "statements");
            Map<String, Integer> counts =
                    Statements.count(Seed.plant(database, new Size(1, 60), keys), keys, folder.resolve("files"));
            assertThat(counts)
                    .containsOnly(
                            entry("who is signed in, with all grants: on every request", 1),
                            entry("documents page", 2),
                            entry("home", 5),
                            entry("download, up to the first byte", 7),
                            entry("download, after the last byte", 7),
                            entry("download, after the last byte of another time", 2),
                            entry("client list of the practice, asked by a service", 1),
                            entry("sign-in, asking for a link", 18),
                            entry("sign-in, redeeming it in the same browser", 20));
        }
    }
}
