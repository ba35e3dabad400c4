package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed in the midst of traffic: what was acknowledged is there, and nothing is half. */
@Tag("full")
@Tag("promise:P24")
@Tag("promise:P25")
class KillTest {
    private static final long SEED = Long.getLong("portal.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void a_host_on_sqlite_loses_nothing_in_30_kills() throws Exception {
        try (KillRounds rounds = new KillRounds(folder, Optional.empty(), SEED)) {
            for (int i = 0; i < 30; i++) {
                rounds.killHost();
            }
            nothingWrong(rounds);
        }
    }

    @Test
    void a_host_on_postgresql_loses_nothing_whether_it_or_the_database_is_killed() throws Exception {
        try (PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of());
                KillRounds rounds = new KillRounds(folder.resolve("site"), Optional.of(database), SEED)) {
            for (int i = 0; i < 10; i++) {
                rounds.killHost();
                rounds.killDatabase();
            }
            nothingWrong(rounds);
        }
    }

    private static void nothingWrong(KillRounds rounds) {
        assertThat(rounds.flaws()).as("with -Dportal.seed=%d", SEED).isEmpty();
        assertThat(rounds.acknowledged()).isGreaterThan(100);
    }
}
