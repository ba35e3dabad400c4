package org.clientportal.storage.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folders below one root, whose names survive a power cut once they were asked for. Thread-safe. */
final class Folders {
    private static final boolean WINDOWS =
            Path.of("").getFileSystem().getSeparator().equals("\\");

    private final Path root;
    /** Those that are on the disk for sure: somebody else may have made a folder and not come to syncing it. */
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    Folders(Path root) {
        this.root = root;
    }

    /** A folder below the root, made with all that lead to it. */
    Path make(Path relative) throws IOException {
        Path folder = root;
        for (Path name : relative) {
            Path above = folder;
            folder = above.resolve(name);
            if (!durable.contains(folder)) {
                create(folder);
                sync(above);
                durable.add(folder);
            }
        }
        return folder;
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Writes the names in a folder to the disk. Windows cannot be asked to: it journals them itself. */
    static void sync(Path folder) throws IOException {
        if (WINDOWS) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
