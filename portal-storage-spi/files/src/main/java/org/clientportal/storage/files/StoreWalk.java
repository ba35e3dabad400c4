package org.clientportal.storage.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes over the files of a store while others add and delete some, with one folder's names at a time in memory. */
final class StoreWalk implements Iterator<KeptFile> {
    private final Path root;
    private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
    private Optional<KeptFile> next = Optional.empty();

    StoreWalk(Path root) {
        this.root = root;
        enter(root);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !folders.isEmpty()) {
            if (folders.peek().hasNext()) {
                Path path = folders.peek().next();
                if (Files.isDirectory(path)) {
                    enter(path);
                } else {
                    next = modified(path).map(at -> new KeptFile(key(root.relativize(path)), at));
                }
            } else {
                folders.pop();
            }
        }
        return next.isPresent();
    }

    @Override
    public KeptFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        KeptFile found = next.orElseThrow();
        next = Optional.empty();
        return found;
    }

    private void enter(Path folder) {
        try (Stream<Path> names = Files.list(folder)) {
            folders.push(names.sorted().toList().iterator());
        } catch (NoSuchFileException gone) {
            // A store that nothing was put into yet.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Instant> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies at {@code practice/ab/abcd...} is found under {@code practice/abcd...}. */
    private static String key(Path path) {
        boolean keyed = path.getNameCount() == 3
                && path.getName(2).toString().startsWith(path.getName(1).toString());
        Path key = keyed ? path.getName(0).resolve(path.getName(2)) : path;
        return key.toString().replace('\\', '/');
    }
}
