package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.Scope;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the midst of writing to SQLite loses nothing that it had acknowledged. */
@Tag("full")
@Tag("promise:P24")
class KilledWriterTest {
    @TempDir
    private Path folder;

    /** The process to be killed: says what it has written, each client with a folder in one unit. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Samples samples = Samples.fresh();
            try (JdbcStorage storage =
                    JdbcStorage.sqlite(Path.of(arguments[0])).migrate().build()) {
                storage.write(samples.scope(), unit -> {
                    unit.practices().insert(samples.practice());
                    return true;
                });
                System.out.println(samples.practice().id());
                while (!System.out.checkError()) {
                    Client client = samples.client("Acknowledged");
                    Folder folder = samples.folder(client, "With it");
                    storage.write(samples.scope(), unit -> {
                        unit.clients().insert(client);
                        unit.folders().insert(folder);
                        return true;
                    });
                    System.out.println(client.id());
                }
            }
        }
    }

    @RepeatedTest(5)
    @DisplayName("after kill -9 every acknowledged unit is there whole, and the file is sound")
    void nothingAcknowledgedIsLost() throws Exception {
        Path file = folder.resolve("portal.db");
        List<String> said = killedAfter(200, file);
        Scope scope = Scope.of(PracticeId.of(said.get(0)));
        Set<ClientId> acknowledged = said.stream().skip(1).map(ClientId::of).collect(Collectors.toSet());
        try (JdbcStorage storage = JdbcStorage.sqlite(file).migrate().build()) {
            Set<ClientId> found = storage.read(
                    scope, view -> view.clients().findAll(acknowledged).keySet());
            assertThat(found).isEqualTo(acknowledged).hasSizeGreaterThanOrEqualTo(199);
            for (ClientId client : acknowledged) {
                int folders = storage.read(
                        scope, view -> view.folders().ofClient(client).size());
                assertThat(folders).isEqualTo(1);
            }
        }
        assertThat(integrity(file)).isEqualTo("ok");
    }

    private static List<String> killedAfter(int lines, Path file) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = writer.inputReader()) {
            List<String> said = out.lines().limit(lines).collect(Collectors.toList());
            // By its handle, which leaves the pipe open.
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            // What it had said before it died, but for a line that was cut.
            out.lines().filter(line -> line.length() == 36).forEach(said::add);
            return said;
        }
    }

    private static String integrity(Path file) throws SQLException {
        try (Connection connection = SqliteEngine.source(file).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma integrity_check")) {
            result.next();
            return result.getString(1);
        }
    }
}
