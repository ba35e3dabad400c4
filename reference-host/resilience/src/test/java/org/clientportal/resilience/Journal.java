package org.clientportal.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a host was asked and what it acknowledged: the oracle after a crash. A line is on the disk before the next request of
 * the same writer is sent. Thread-safe.
 */
final class Journal implements AutoCloseable {
    private final FileChannel file;
    private final Map<String, Upload> uploads = new TreeMap<>();
    private final Set<String> clients = new HashSet<>();
    private final Set<String> deletionsAsked = new HashSet<>();
    private final Set<String> deletions = new HashSet<>();
    private final Map<String, Long> namesAsked = new TreeMap<>();
    private final Map<String, Long> names = new TreeMap<>();
    private long acknowledged;

    /** A file whose upload was acknowledged. */
    record Upload(String sha256, long length) {}

    Journal(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void uploaded(String document, Upload upload) {
        uploads.put(document, upload);
        acknowledge("uploaded " + document + " " + upload.sha256() + " " + upload.length());
    }

    synchronized void created(String client) {
        clients.add(client);
        acknowledge("created " + client);
    }

    synchronized void deletionAsked(String document) {
        deletionsAsked.add(document);
    }

    synchronized void deletionNotAsked(String document) {
        deletionsAsked.remove(document);
    }

    synchronized void deleted(String document) {
        deletions.add(document);
        acknowledge("deleted " + document);
    }

    /** A client's name ends in a number that only grows. */
    synchronized void nameAsked(String client, long number) {
        namesAsked.put(client, number);
    }

    synchronized void named(String client, long number) {
        names.put(client, number);
        acknowledge("named " + client + " " + number);
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized Map<String, Upload> uploads() {
        return Map.copyOf(uploads);
    }

    synchronized Set<String> clients() {
        return Set.copyOf(clients);
    }

    /** Whether a document may be found in the trash, or must. */
    synchronized boolean mayBeDeleted(String document) {
        return deletionsAsked.contains(document);
    }

    synchronized Set<String> deletions() {
        return Set.copyOf(deletions);
    }

    synchronized Map<String, Long> names() {
        return Map.copyOf(names);
    }

    synchronized long newestNameAsked(String client) {
        return namesAsked.get(client);
    }

    private void acknowledge(String line) {
        acknowledged++;
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
