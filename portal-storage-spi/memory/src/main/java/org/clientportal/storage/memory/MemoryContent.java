package org.clientportal.storage.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.ContentStore;

/** Keeps the bytes of documents in memory, whole: for tests and examples only. Thread-safe. */
public final class MemoryContent implements ContentStore {
    private final Map<ContentKey, byte[]> kept = new ConcurrentHashMap<>();

    private MemoryContent() {}

    /** An empty store. */
    public static MemoryContent create() {
        return new MemoryContent();
    }

    @Override
    public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
        // One byte more than allowed tells that there are too many.
        byte[] all = bytes.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (all.length > limit) {
            throw new TooLong(limit);
        }
        if (kept.putIfAbsent(key, all) != null) {
            throw new IOException("the key is taken: " + key);
        }
        return new Stored(all.length, Sha256.of(sha256().digest(all)));
    }

    @Override
    public Optional<ReadableByteChannel> open(ContentKey key, long offset) {
        return Optional.ofNullable(kept.get(key)).map(all -> {
            int from = Math.toIntExact(offset);
            return Channels.newChannel(new ByteArrayInputStream(all, from, all.length - from));
        });
    }

    @Override
    public void delete(ContentKey key) {
        kept.remove(key);
    }

    @Override
    public void close() {
        // Nothing is held but memory, and the bytes stay.
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
