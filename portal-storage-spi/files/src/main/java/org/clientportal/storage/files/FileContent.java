package org.clientportal.storage.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.clientportal.model.document.ContentKey;
import org.clientportal.storage.ContentStore;

/**
 * Bytes as files under one folder of a local disk, {@code practice/ab/abcdef...}; each is written beside its place under
 * a name of its own, made durable, and only then put under its key.
 */
public final class FileContent implements ContentStore {
    /** How old a file that nobody finished must be before {@link #open(Path, Instant)} takes it for left behind. */
    public static final Duration LEFT_BEHIND = Duration.ofHours(24);

    private static final String UNFINISHED = "unfinished";

    private final Path root;
    private final Path unfinished;
    private final Folders folders;

    private FileContent(Path root, Folders folders, Path unfinished) {
        this.root = root;
        this.folders = folders;
        this.unfinished = unfinished;
    }

    /**
     * Opens a folder, made if it is not there, and clears away what crashes left in it.
     *
     * @throws IOException if files cannot be written there; the message names the folder
     */
    public static FileContent open(Path folder) throws IOException {
        return open(folder, Instant.now());
    }

    /**
     * Like {@link #open(Path)}, at a given instant.
     *
     * @param now by which the age of what was left behind is told
     */
    public static FileContent open(Path folder, Instant now) throws IOException {
        try {
            Files.createDirectories(folder);
            Path root = folder.toRealPath();
            Folders folders = new Folders(root);
            Path unfinished = folders.make(Path.of(UNFINISHED));
            Unfinished.sweep(unfinished, now.minus(LEFT_BEHIND));
            Unfinished.probe(unfinished);
            return new FileContent(root, folders, unfinished);
        } catch (IOException | UnsupportedOperationException e) {
            throw new IOException("cannot write files in " + folder.toAbsolutePath() + ": " + e, e);
        }
    }

    /** A folder whose bytes are only read: nothing is made, cleared away or even tried there, and {@link #put} fails. */
    public static FileContent reading(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return new FileContent(root, new Folders(root), root.resolve(UNFINISHED));
    }

    /**
     * Every file in the store, in the order of their keys' text; what is added or deleted meanwhile may show or not. It throws
     * {@link java.io.UncheckedIOException} if a folder cannot be read.
     */
    public Iterator<KeptFile> files() {
        return new StoreWalk(root);
    }

    @Override
    public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
        Place place = place(key);
        try (Unfinished file = Unfinished.start(unfinished, key)) {
            Stored stored = file.write(bytes, limit);
            file.putAt(folders.make(place.folder()).resolve(place.name()));
            Folders.sync(root.resolve(place.folder()));
            return stored;
        }
    }

    @Override
    public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
        try {
            FileChannel channel = FileChannel.open(place(key).under(root), StandardOpenOption.READ);
            return Optional.of(channel.position(offset));
        } catch (NoSuchFileException nothingThere) {
            return Optional.empty();
        }
    }

    /**
     * Deletes bytes, with what crashes left of them and what is coming in for them. A row names the bytes of every put until it
     * is settled, so that no leftover waits for the next opening.
     */
    @Override
    public void delete(ContentKey key) throws IOException {
        Place place = place(key);
        // First, since what has a place by then goes below, and what has none will not get one.
        Unfinished.remove(unfinished, key);
        if (Files.deleteIfExists(place.under(root))) {
            Folders.sync(root.resolve(place.folder()));
        }
    }

    @Override
    public void close() {
        // Nothing is held between calls.
    }

    /** Where below the root a key's bytes lie. */
    private record Place(Path folder, String name) {
        Path under(Path root) {
            return root.resolve(folder).resolve(name);
        }
    }

    /** Spread over folders by the first digits of the random part, so that none grows very large. */
    private Place place(ContentKey key) throws IOException {
        String[] parts = key.value().split("/", 2);
        Place place = new Place(Path.of(parts[0], parts[1].substring(0, 2)), parts[1]);
        if (!place.under(root).normalize().startsWith(root) || place.under(root).startsWith(unfinished)) {
            throw new IOException("a key that leads outside the store");
        }
        return place;
    }
}
