package org.clientportal.example.mvstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.clientportal.model.client.Client;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is this engine's own, and no rule's: its one file. */
class MvStorageFileTest {
    @TempDir
    private Path folder;

    private final Samples samples = Samples.fresh();

    @Test
    @DisplayName("a file that is in use is refused")
    void aFileIsOpenedOnce() {
        Path file = folder.resolve("portal.mv");
        try (MvStorage first = MvStorage.open(file)) {
            assertThatThrownBy(() -> MvStorage.open(file)).isInstanceOf(StorageUnavailable.class);
            add(first, samples.client("Diner"));
        }
    }

    @Test
    @DisplayName("an interrupt may close the file, and costs nothing that was acknowledged")
    void anInterruptLosesNothing() {
        Path file = folder.resolve("portal.mv");
        Client first = samples.client("First");
        Client second = samples.client("Second");
        MvStorage interrupted = MvStorage.open(file);
        add(interrupted, first);

        boolean acknowledged = elsewhere(() -> {
            Thread.currentThread().interrupt();
            try {
                add(interrupted, second);
                return true;
            } catch (StorageException closed) {
                return false;
            }
        });
        interrupted.close();

        try (MvStorage again = MvStorage.open(file)) {
            assertThat(has(again, first)).isTrue();
            assertThat(has(again, second) || !acknowledged).isTrue();
        }
    }

    private void add(MvStorage storage, Client client) {
        storage.write(samples.scope(), unit -> {
            if (unit.practices().find(samples.practice().id()).isEmpty()) {
                unit.practices().insert(samples.practice());
            }
            unit.clients().insert(client);
            return true;
        });
    }

    private boolean has(MvStorage storage, Client client) {
        return storage.read(
                samples.scope(), view -> view.clients().find(client.id()).isPresent());
    }

    private static boolean elsewhere(Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start())
                .join();
    }
}
