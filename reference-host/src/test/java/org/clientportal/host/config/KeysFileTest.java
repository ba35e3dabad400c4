package org.clientportal.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.clientportal.core.secret.KeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("promise:P6")
class KeysFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_first_start_makes_keys_that_their_owner_alone_reads_and_the_next_reads_the_same() throws IOException {
        Path file = folder.resolve("keys");
        String hash = KeysFile.open(file).hash("label", "secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeysFile.open(file).hash("label", "secret")).isEqualTo(hash);
    }

    @Test
    @Tag("promise:P24")
    void of_several_first_starts_at_once_one_makes_the_keys_and_all_use_them() {
        for (int round = 0; round < 50; round++) {
            Path file = folder.resolve("keys-" + round);
            List<CompletableFuture<String>> starts = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> KeysFile.open(file).hash("label", "secret"), start -> new Thread(start).start()))
                    .limit(4)
                    .toList();
            assertThat(starts.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_new_key_on_top_is_used_and_the_old_one_still_read() throws IOException {
        Path file = folder.resolve("keys");
        String old = KeysFile.open(file).hash("label", "secret");
        Path other = folder.resolve("other");
        KeysFile.open(other);
        Files.write(
                file,
                List.of(
                        Files.readAllLines(other).get(0).replace("k1", "k2"),
                        Files.readAllLines(file).get(0)));
        KeyRing rotated = KeysFile.open(file);
        assertThat(rotated.hash("label", "secret")).startsWith("k2.");
        assertThat(rotated.hashes("label", "secret")).contains(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1 abc", "k1 !!!", "K1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void what_is_no_file_of_keys_is_refused_by_name(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), text);
        assertThatThrownBy(() -> KeysFile.open(file))
                .isInstanceOf(WrongConfiguration.class)
                .hasMessageContaining("keys-file");
    }
}
