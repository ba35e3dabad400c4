package org.clientportal.host.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.ContentStore.Stored;
import org.clientportal.storage.ContentStore.TooLong;
import org.clientportal.storage.jdbc.NamedContent;

/** Copies the bytes that rows name from one store to another, and keeps no copy that is not what the row says. */
record ByteCopy(ContentStore from, ContentStore to) {
    /** What came of it. */
    enum Result {
        COPIED,
        MISSING,
        BROKEN
    }

    /** @throws IOException if the copy cannot be written; what cannot be read is {@link Result#BROKEN} */
    Result copy(NamedContent content) throws IOException {
        Optional<ReadableByteChannel> bytes;
        try {
            bytes = from.open(content.key(), 0);
        } catch (IOException unreadable) {
            return Result.BROKEN;
        }
        if (bytes.isEmpty()) {
            return Result.MISSING;
        }
        try (Read read = new Read(Channels.newInputStream(bytes.get()))) {
            return stored(content, read).equals(Optional.of(new Stored(content.length(), content.sha256())))
                    ? Result.COPIED
                    : broken(content);
        }
    }

    private Optional<Stored> stored(NamedContent content, Read read) throws IOException {
        try {
            return Optional.of(to.put(content.key(), read, content.length()));
        } catch (TooLong e) {
            return Optional.empty();
        } catch (IOException e) {
            if (read.broke) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Result broken(NamedContent content) throws IOException {
        to.delete(content.key());
        return Result.BROKEN;
    }

    /** Tells a source that cannot be read from a copy that cannot be written. */
    private static final class Read extends FilterInputStream {
        private boolean broke;

        Read(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                broke = true;
                throw e;
            }
        }
    }
}
