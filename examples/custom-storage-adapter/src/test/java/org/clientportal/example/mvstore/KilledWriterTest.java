package org.clientportal.example.mvstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.Scope;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What the kit cannot do to an adapter: kill its process. */
@Tag("promise:P24")
class KilledWriterTest {
    @TempDir
    private Path folder;

    /** The process to be killed: says what it has written, each client with a folder in one unit. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Samples samples = Samples.fresh();
            try (MvStorage storage = MvStorage.open(Path.of(arguments[0]))) {
                storage.write(samples.scope(), unit -> {
                    unit.practices().insert(samples.practice());
                    return true;
                });
                System.out.println(samples.practice().id());
                while (!System.out.checkError()) {
                    Client client = samples.client("Acknowledged");
                    storage.write(samples.scope(), unit -> {
                        unit.clients().insert(client);
                        unit.folders().insert(samples.folder(client, "With it"));
                        return true;
                    });
                    System.out.println(client.id());
                }
            }
        }
    }

    @RepeatedTest(2)
    @DisplayName("STO-09 after kill -9 every acknowledged unit is there whole, and none by half")
    void nothingAcknowledgedIsLost() throws Exception {
        Path file = folder.resolve("portal.mv");
        List<String> said = killedAfter(100, file);

        Scope scope = Scope.of(PracticeId.of(said.get(0)));
        Set<ClientId> acknowledged = said.stream().skip(1).map(ClientId::of).collect(Collectors.toSet());
        try (MvStorage storage = MvStorage.open(file)) {
            storage.read(scope, view -> {
                Set<ClientId> found = view.clients().findAll(acknowledged).keySet();
                assertThat(found).isEqualTo(acknowledged).hasSizeGreaterThanOrEqualTo(99);
                assertThat(found)
                        .allSatisfy(client ->
                                assertThat(view.folders().ofClient(client)).hasSize(1));
                return true;
            });
        }
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
}
