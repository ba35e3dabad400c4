package org.clientportal.core.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.clientportal.model.document.ContentKey;
import org.clientportal.storage.ContentStore;

/** Bytes whose every call may fail. */
record FaultyContent(ContentStore store, Faults faults) implements ContentStore {
    @Override
    public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
        Faults.Call<IOException> call = faults.call("put", FaultyContent::broken);
        Stored stored = store.put(key, bytes, limit);
        call.done();
        return stored;
    }

    @Override
    public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
        Faults.Call<IOException> call = faults.call("open", FaultyContent::broken);
        Optional<ReadableByteChannel> opened = store.open(key, offset);
        call.done();
        return opened;
    }

    @Override
    public void delete(ContentKey key) throws IOException {
        Faults.Call<IOException> call = faults.call("delete of bytes", FaultyContent::broken);
        store.delete(key);
        call.done();
    }

    @Override
    public void close() {
        store.close();
    }

    static Optional<IOException> broken(Fault fault) {
        return fault == Fault.CONFLICT ? Optional.empty() : Optional.of(new IOException("a call that " + fault));
    }
}
