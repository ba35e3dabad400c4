package org.clientportal.host.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where documents lie while they are drawn, and what the workers write meanwhile: a folder of this process alone, readable
 * for its owner alone, among those of other processes. It is held by a lock, which ends with the process however that ends;
 * so whoever comes next knows what was left there, and deletes it (P25). Thread-safe.
 */
final class DrawingFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DrawingFolder.class);
    private static final String LOCK = "lock";

    private final Path all;
    private @Nullable Path own;
    private @Nullable FileChannel held;

    /**
     * Deletes what processes left that are gone; makes nothing yet.
     *
     * @param all the folder for those of all processes
     */
    DrawingFolder(Path all) {
        this.all = all;
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
                folders.forEach(DrawingFolder::deleteIfLeft);
            } catch (IOException unreadable) {
                LOG.error("What was left of drawing cannot be found", unreadable);
            }
        }
    }

    /** What is no secret and serves every worker there will be. */
    Path shared() {
        return all;
    }

    /** A new file for a document's bytes. */
    Path file() throws IOException {
        return Files.createTempFile(own(), "document", "");
    }

    /** A new folder for what one worker writes. */
    Path folder() throws IOException {
        return Files.createTempDirectory(own(), "worker");
    }

    /** Deletes a folder with all that is in it; what cannot be deleted stays until the next start. */
    static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException undeletable) {
            LOG.error("What was left of drawing cannot be deleted", undeletable);
        }
    }

    @Override
    @SuppressWarnings("try") // held until all is deleted
    public synchronized void close() {
        if (own == null || held == null) {
            return;
        }
        try (FileChannel unused = held) {
            delete(own);
            own = null;
        } catch (IOException unclosed) {
            LOG.error("The lock of drawing cannot be let go", unclosed);
        }
    }

    private synchronized Path own() throws IOException {
        if (own == null || !Files.isDirectory(own)) {
            Path folder = Files.createTempDirectory(Files.createDirectories(all), "process");
            FileChannel channel = lockFile(folder);
            channel.lock();
            held = channel;
            own = folder;
        }
        return own;
    }

    private static void deleteIfLeft(Path folder) {
        if (isLeft(folder)) {
            delete(folder);
        }
    }

    private static boolean isLeft(Path folder) {
        try (FileChannel channel = lockFile(folder)) {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        } catch (IOException unknown) {
            LOG.error("What was left of drawing cannot be deleted", unknown);
            return false;
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
