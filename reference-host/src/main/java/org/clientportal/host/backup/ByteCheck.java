package org.clientportal.host.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.Optional;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.jdbc.NamedContent;

/** Whether the bytes that a row names are there, as long as it says and with its hash (P25). Belongs to one thread. */
final class ByteCheck {
    private final ContentStore store;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    ByteCheck(ContentStore store) {
        this.store = store;
    }

    /** What is wrong with them; empty if nothing is. */
    Optional<String> wrong(NamedContent content) {
        try {
            Optional<ReadableByteChannel> bytes = store.open(content.key(), 0);
            return bytes.isEmpty() ? Optional.of("its bytes are missing") : wrong(content, bytes.get());
        } catch (IOException e) {
            return Optional.of("its bytes cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> wrong(NamedContent content, ReadableByteChannel bytes) throws IOException {
        MessageDigest digest = BackupFolder.sha256();
        long length = 0;
        try (bytes) {
            while (bytes.read(buffer.clear()) >= 0) {
                buffer.flip();
                length += buffer.remaining();
                digest.update(buffer);
            }
        }
        if (length != content.length()) {
            return Optional.of("it has " + length + " bytes and should have " + content.length());
        }
        return Sha256.of(digest.digest()).equals(content.sha256())
                ? Optional.empty()
                : Optional.of("its bytes are not those that were uploaded");
    }
}
