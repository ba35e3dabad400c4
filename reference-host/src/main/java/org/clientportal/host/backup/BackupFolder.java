package org.clientportal.host.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clientportal.host.disk.Durable;

/**
 * A backup's folder: {@code rows} with the database's, {@code contents.tsv} which lists the bytes that these name,
 * {@code files} with the bytes, and {@code manifest.json}.
 */
record BackupFolder(Path root) {
    private static final String MANIFEST = "manifest.json";

    /** A new folder, or one that is empty. */
    static BackupFolder create(Path root) throws IOException {
        BackupFolder folder = new BackupFolder(root.toAbsolutePath());
        try {
            Files.createDirectories(folder.root().resolveSibling(""));
            Durable.makeFolder(folder.root());
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(root) || !isEmpty(root)) {
                throw new BackupFailure("a backup needs a folder that is new or empty: " + root, there);
            }
        }
        Durable.makeFolder(folder.rows());
        Durable.makeFolder(folder.files());
        return folder;
    }

    /**
     * A finished backup.
     *
     * @throws BackupFailure if it is none, did not finish, or anything but documents' bytes was changed in it
     */
    static BackupFolder finished(Path root) throws IOException {
        BackupFolder folder = new BackupFolder(root.toAbsolutePath());
        if (!Files.isDirectory(folder.rows())) {
            throw new BackupFailure("there is no backup in " + root);
        }
        if (!Files.isRegularFile(folder.root().resolve(MANIFEST))) {
            throw new BackupFailure("the backup in " + root + " did not finish, and cannot be restored");
        }
        if (!folder.hashes().equals(folder.manifest().files())) {
            throw new BackupFailure("the backup in " + root + " is damaged: its rows are not those that were taken");
        }
        return folder;
    }

    Manifest manifest() {
        try {
            return Manifest.read(root.resolve(MANIFEST));
        } catch (IOException e) {
            String why = e.getMessage() == null
                    ? ""
                    : e.getMessage().lines().findFirst().orElse("");
            throw new BackupFailure("the backup's " + MANIFEST + " cannot be read: " + why, e);
        }
    }

    void finish(Manifest manifest) throws IOException {
        Durable.sync(rows());
        Durable.sync(root);
        Durable.write(root.resolve(MANIFEST), manifest.write());
        Durable.sync(root.resolveSibling(""));
    }

    Path rows() {
        return root.resolve("rows");
    }

    Path contents() {
        return root.resolve("contents.tsv");
    }

    Path files() {
        return root.resolve("files");
    }

    /** The hashes of all that is not a document's bytes, by path. */
    SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        hashes.put(root.relativize(contents()).toString(), hash(contents()));
        try (Stream<Path> files = Files.list(rows())) {
            for (Path file : files.toList()) {
                hashes.put("rows/" + file.getFileName(), hash(file));
            }
        }
        return hashes;
    }

    /** Whether no file lies in a folder or below it. */
    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.allMatch(Files::isDirectory);
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
