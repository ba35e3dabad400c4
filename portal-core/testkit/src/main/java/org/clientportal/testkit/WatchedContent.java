package org.clientportal.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientportal.model.document.ContentKey;
import org.clientportal.storage.ContentStore;

/** Content that tells which keys have bytes. Thread-safe. */
public final class WatchedContent implements ContentStore {
    private final ContentStore store;
    private final Set<ContentKey> keys = ConcurrentHashMap.newKeySet();

    /** Watches this store, which is empty. */
    public WatchedContent(ContentStore store) {
        this.store = store;
    }

    /** The keys that have bytes now. */
    public Set<ContentKey> keys() {
        return Set.copyOf(keys);
    }

    @Override
    public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
        Stored stored = store.put(key, bytes, limit);
        keys.add(key);
        return stored;
    }

    @Override
    public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
        return store.open(key, offset);
    }

    @Override
    public void delete(ContentKey key) throws IOException {
        store.delete(key);
        keys.remove(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
