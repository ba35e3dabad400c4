package org.clientportal.storage.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.ContentStore;

/** What a store of bytes may do wrong: STO-50 to STO-55. */
final class ContentFaults {
    private ContentFaults() {}

    static List<Fault<BrokenContent>> all() {
        return List.of(
                fault("starts at the first byte, whatever the offset", FromTheStart::new, "STO-50"),
                fault("keeps the bytes for itself", NotDurable::new, "STO-50"),
                fault("keeps what came before the stream broke", KeepsParts::new, "STO-51"),
                fault("keeps as many bytes as the limit allows", CutsOff::new, "STO-51"),
                fault("writes over what is there", Overwrites::new, "STO-52"),
                fault("takes a missing key for a fault", DeletesOnce::new, "STO-53"),
                fault("hides what was deleted", DeletesNothing::new, "STO-53"),
                fault("believes the first piece of a stream", BelievesTheFirstPiece::new, "STO-54"),
                fault("keeps all practices in one place", OnePlace::new, "STO-55"));
    }

    private static Fault<BrokenContent> fault(String what, Supplier<BrokenContent> store, String rule) {
        return new Fault<>(what, Set.of(rule), List.of(FaultyContent.Bytes.class), store);
    }

    /** A right store with nothing wrong; subclasses do worse. */
    static class BrokenContent implements ContentStore {
        final ContentStore right = MemoryContent.create();

        /** The store as after a restart. */
        ContentStore reopened() {
            return right;
        }

        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            return right.put(key, bytes, limit);
        }

        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            return right.open(key, offset);
        }

        @Override
        public void delete(ContentKey key) throws IOException {
            right.delete(key);
        }

        @Override
        public void close() {
            right.close();
        }
    }

    private static final class FromTheStart extends BrokenContent {
        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            return right.open(key, 0);
        }
    }

    private static final class NotDurable extends BrokenContent {
        @Override
        ContentStore reopened() {
            return MemoryContent.create();
        }
    }

    private static final class KeepsParts extends BrokenContent {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            try {
                bytes.transferTo(part);
            } catch (IOException cut) {
                right.put(key, new ByteArrayInputStream(part.toByteArray()), limit);
                throw cut;
            }
            return right.put(key, new ByteArrayInputStream(part.toByteArray()), limit);
        }
    }

    private static final class CutsOff extends BrokenContent {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            return right.put(key, new ByteArrayInputStream(bytes.readNBytes((int) limit)), limit);
        }
    }

    private static final class Overwrites extends BrokenContent {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            right.delete(key);
            return right.put(key, bytes, limit);
        }
    }

    private static final class DeletesOnce extends BrokenContent {
        @Override
        public void delete(ContentKey key) throws IOException {
            if (right.open(key, 0).isEmpty()) {
                throw new IOException("nothing there: " + key);
            }
            right.delete(key);
        }
    }

    private static final class DeletesNothing extends BrokenContent {
        @Override
        public void delete(ContentKey key) {}
    }

    private static final class BelievesTheFirstPiece extends BrokenContent {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            byte[] first = new byte[1 << 16];
            int length = Math.max(bytes.read(first, 0, first.length), 0);
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(first, 0, length), bytes);
            Sha256 hash = MemoryContent.create()
                    .put(key, new ByteArrayInputStream(first, 0, length), limit)
                    .sha256();
            return new Stored(right.put(key, all, limit).length(), hash);
        }
    }

    private static final class OnePlace extends BrokenContent {
        private static ContentKey anywhere(ContentKey key) {
            String random = key.value().substring(key.value().indexOf('/') + 1);
            return new ContentKey(UUID.nameUUIDFromBytes("one".getBytes(UTF_8)) + "/" + random);
        }

        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            return super.put(anywhere(key), bytes, limit);
        }

        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            return super.open(anywhere(key), offset);
        }

        @Override
        public void delete(ContentKey key) throws IOException {
            super.delete(anywhere(key));
        }
    }
}
