package org.clientportal.host.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of the data: made, tried, and held against a second process, for SQLite and the files are for one alone. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "portal.lock";

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the folder.
     *
     * @throws StartFailure if nothing can be written there
     */
    public static void make(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ""));
        } catch (IOException e) {
            throw new StartFailure("the data folder cannot be written: " + folder.toAbsolutePath(), e);
        }
    }

    /**
     * Holds the folder until it is closed.
     *
     * @throws StartFailure if another process holds it
     */
    public static DataFolder hold(Path folder) {
        Path file = folder.resolve(LOCK);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartFailure("the data folder cannot be written: " + folder.toAbsolutePath(), e);
        }
        if (tryLock(channel)) {
            return new DataFolder(channel);
        }
        DataFolder rejected = new DataFolder(channel);
        rejected.close();
        throw new StartFailure(
                "the data folder is in use by another process, which must stop first: " + folder.toAbsolutePath(),
                null);
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException | IOException held) {
            return false;
        }
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of the data folder cannot be closed", e);
        }
    }
}
