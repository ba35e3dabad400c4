package org.clientportal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Sha256;

/**
 * Keeps the bytes of documents, streamed, under keys that are written once. Thread-safe.
 *
 * <p>Knows nothing of who may read what, nor which bytes belong to a document: a row is written before the first byte and
 * settled after the last, so that the rows always name all bytes there are (P25).
 */
public interface ContentStore extends AutoCloseable {
    /** What was stored: the length in bytes and the hash, both counted while the bytes went by. */
    record Stored(long length, Sha256 sha256) {}

    /**
     * Stores all bytes of a stream, durably: when it returns they survive a crash (STO-50). Does not close the stream.
     *
     * @throws TooLong when more than {@code limit} bytes come; nothing is kept
     * @throws IOException when the stream or the store fails, or the key is taken; nothing is kept of the new bytes
     */
    Stored put(ContentKey key, InputStream bytes, long limit) throws IOException;

    /**
     * Opens the bytes from an offset on; the caller closes.
     *
     * @param offset 0 to the length
     * @return empty if there are no bytes under this key
     */
    Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException;

    /** Deletes bytes, if there are any. */
    void delete(ContentKey key) throws IOException;

    /** Frees what the store holds; bytes stay. */
    @Override
    void close();

    /** More bytes came than were allowed. */
    final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLong(long limit) {
            super("more than " + limit + " bytes");
        }
    }
}
