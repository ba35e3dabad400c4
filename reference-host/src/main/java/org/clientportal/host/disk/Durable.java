package org.clientportal.host.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner reaches, and that are on the disk when the call returns. */
public final class Durable {
    private Durable() {}

    /** A folder that only its owner reaches, where the file system knows owners. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, ofOwner(folder, "rwx------"));
    }

    /** A file that is there whole or not at all, in place of what was there. */
    public static void write(Path file, byte[] bytes) throws IOException {
        put(file, bytes, beside -> Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE));
    }

    /**
     * A file that is there whole or not at all, where there was none.
     *
     * @throws FileAlreadyExistsException if there is one, which stays as it is
     */
    public static void writeNew(Path file, byte[] bytes) throws IOException {
        // A link, unlike a move, never replaces what is there.
        put(file, bytes, beside -> Files.createLink(file, beside));
    }

    /** Writes the names in a folder to the disk; Windows cannot be asked to. */
    public static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().getSeparator().equals("\\")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** How a file that is whole gets its name. */
    private interface Naming {
        void name(Path beside) throws IOException;
    }

    private static void put(Path file, byte[] bytes, Naming naming) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path beside = Files.createTempFile(folder, file.getFileName() + ".", ".tmp", ofOwner(folder, "rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            naming.name(beside);
        } finally {
            Files.deleteIfExists(beside);
        }
        sync(folder);
    }

    private static FileAttribute<?>[] ofOwner(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
