package org.clientportal.storage.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.ContentStore.Stored;
import org.clientportal.storage.ContentStore.TooLong;

/** A file while its bytes come in; closing it removes its own name, so that nothing is left unless it was put at a place. */
final class Unfinished implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final FileChannel channel;

    private Unfinished(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Its name tells the key, so that what a crash leaves of it is found by that. */
    static Unfinished start(Path folder, ContentKey key) throws IOException {
        return new Unfinished(folder.resolve(prefix(key) + UUID.randomUUID()));
    }

    /** Removes what is being written for a key, or was when its process was killed; a writer then finds no file to place. */
    static void remove(Path folder, ContentKey key) throws IOException {
        String prefix = prefix(key);
        boolean removed = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                removed |= file.getFileName().toString().startsWith(prefix) && Files.deleteIfExists(file);
            }
        }
        if (removed) {
            Folders.sync(folder);
        }
    }

    private static String prefix(ContentKey key) {
        return key.value().replace('/', '~') + '~';
    }

    /** Fails unless files can be made in this folder and given a second name. */
    static void probe(Path folder) throws IOException {
        try (Unfinished file = new Unfinished(folder.resolve(UUID.randomUUID().toString()))) {
            Path second = folder.resolve(UUID.randomUUID().toString());
            file.putAt(second);
            Files.delete(second);
        }
    }

    /** Removes files that nobody wrote to since {@code before}. */
    static void sweep(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isOlder(file, before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException finished) {
            return false;
        }
    }

    /** Takes in a stream to its end and makes it durable, counting and hashing on the way. */
    Stored write(InputStream bytes, long limit) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            length += read;
            if (length > limit) {
                throw new TooLong(limit);
            }
            digest.update(buffer, 0, read);
            for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                channel.write(rest);
            }
        }
        channel.force(true);
        return new Stored(length, Sha256.of(digest.digest()));
    }

    /**
     * Gives the file its place. A link, unlike a move, never replaces what is there.
     *
     * @throws FileAlreadyExistsException if the place is taken
     */
    void putAt(Path place) throws IOException {
        Files.createLink(place, path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
