package org.clientportal.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The clock of one process, which is set while it runs; how long it waits for things is measured as ever. */
final class TurnedClock {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final Path file;

    /**
     * Goes right at first.
     *
     * @param file where the process reads how wrong it is
     */
    TurnedClock(Path file) {
        this.file = file;
        set("+0");
    }

    /** Whether clocks can be turned here. */
    static boolean canBeTurned() {
        return Files.exists(LIBRARY);
    }

    /** Sets it, such as {@code +2h} or {@code -31d} from what is right. */
    void set(String offset) {
        try {
            // In one step: the process may read it at any moment.
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), offset + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process needs in its environment. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }
}
