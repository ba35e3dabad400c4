package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deadlock costs its victims a second each, and where it is the rule nobody gets anywhere. */
@Tag("full")
@Tag("promise:P28")
class DeadlockTest {
    private static final int AT_ONCE = 4;
    private static final int EACH = 25;
    private static final String OTHERS = "select count(*) from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid()";
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @TempDir
    private Path folder;

    @Test
    void one_person_may_do_many_things_at_once_and_none_waits_in_a_circle() throws Exception {
        try (Post post = new Post();
                PostgresServer database =
                        PostgresServer.start(folder.resolve("pg"), Map.of("deadlock_timeout", "100ms"))) {
            Site site = Site.postgres(folder.resolve("site"), post.port(), database.fresh());
            try (HostProcess host = site.start()) {
                // given an administrator, and a member who reaches only the clients that are hers
                Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
                String mia = "mia@firm.example";
                Map<String, Object> terms = Map.of(
                        "email", mia, "name", "Mia", "role", "MEMBER", "impersonates", false, "clients", List.of());
                olivia.call("POST", "/api/v1/staff", terms).ok();
                Caller member = Site.signIn(host, post, "STAFF", mia);
                String shared = create(olivia).ok().text("id");

                // when each does as much as fits
                List<Callable<Caller.Reply>> work = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    work.add(() -> create(olivia));
                    work.add(() -> create(member));
                    work.add(() -> olivia.call("PATCH", "/api/v1/clients/" + shared, Map.of("name", "Renamed")));
                }
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
                List<Integer> statuses = new ArrayList<>();
                for (Future<Caller.Reply> reply : threads.invokeAll(work)) {
                    statuses.add(reply.get().status());
                }
                threads.shutdown();
                Caller.Reply hers = member.get("/api/v1/clients?limit=100");
                host.stop();

                // then the database never had to break a circle, and all of it was done
                assertThat(deadlocks(new Evidence(site.config()))).isZero();
                // A change that another overtook is refused, and that is no waiting.
                assertThat(statuses).isSubsetOf(200, 201, 412);
                assertThat(hers.ok().json().path("items")).hasSize(EACH);
            }
        }
    }

    private static Caller.Reply create(Caller caller) throws java.io.IOException {
        return caller.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"));
    }

    /** Those that its connections had counted; each hands its count in at its end, or seconds later. */
    private static long deadlocks(Evidence evidence) throws SQLException {
        try (Connection connection = evidence.connect();
                Statement statement = connection.createStatement()) {
            HostProcess.await("the end of the host's connections", () -> number(statement, OTHERS) == 0);
            return number(statement, DEADLOCKS);
        }
    }

    private static long number(Statement statement, String sql) {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
