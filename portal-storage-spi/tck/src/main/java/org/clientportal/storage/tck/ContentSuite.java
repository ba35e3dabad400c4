package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.ContentStore.Stored;
import org.clientportal.storage.ContentStore.TooLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Bytes: STO-50 to STO-55. */
@ExtendWith(ContentSuite.Opening.class)
@SuppressWarnings("NullAway.Init") // Set before each test, by the extension.
public abstract class ContentSuite {
    private static final long LIMIT = 1L << 30;
    /** More than any buffer, and no multiple of one. */
    private static final int LENGTH = 300_007;

    private ContentConformance adapter;
    private ContentStore store;
    private final ContentKey key = Samples.fresh().contentKey();
    private final byte[] bytes = new byte[LENGTH];

    protected ContentSuite() {
        new Random(20260302).nextBytes(bytes);
    }

    static final class Opening implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            ContentSuite suite = context.getRequiredTestInstances()
                    .findInstance(ContentSuite.class)
                    .orElseThrow();
            suite.adapter = context.getRequiredTestInstances()
                    .findInstance(ContentConformance.class)
                    .orElseThrow(() -> new IllegalStateException(
                            "declare the suite inside a test that implements ContentConformance"));
            suite.store = suite.adapter.content();
        }
    }

    /** Ends in a broken connection instead of an end. */
    private static final class CutStream extends FilterInputStream {
        CutStream(byte[] bytes) {
            super(stream(bytes));
        }

        @Override
        public int read() throws IOException {
            return orCut(super.read());
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            return orCut(super.read(into, at, most));
        }

        private static int orCut(int read) throws IOException {
            if (read < 0) {
                throw new IOException("connection reset");
            }
            return read;
        }
    }

    @Test
    @Tag("promise:P24")
    @DisplayName("STO-50 what was put is read back from any offset, also after a restart")
    void bytesComeBackFromAnyOffset() throws IOException {
        store.put(key, stream(bytes), LIMIT);

        for (ContentStore reader : List.of(store, adapter.reopened())) {
            for (int offset : new int[] {0, 1, 8191, 8192, LENGTH - 1, LENGTH}) {
                assertThat(read(reader, key, offset))
                        .as("from %d", offset)
                        .get()
                        .isEqualTo(Arrays.copyOfRange(bytes, offset, LENGTH));
            }
        }
    }

    @Test
    @DisplayName("STO-50 no bytes at all are kept as well")
    void emptyContentIsContent() throws IOException {
        Stored stored = store.put(key, stream(new byte[0]), LIMIT);

        assertThat(stored.length()).isZero();
        assertThat(read(store, key, 0)).get().isEqualTo(new byte[0]);
    }

    @Test
    @DisplayName("STO-50 a key that was never written is empty")
    void anUnknownKeyIsEmpty() throws IOException {
        assertThat(read(store, key, 0)).isEmpty();
    }

    @Test
    @Tag("promise:P25")
    @DisplayName("STO-51 a stream that fails half-way leaves nothing, and its key is free")
    void aFailedStreamLeavesNothing() throws IOException {
        InputStream cut = new CutStream(bytes);

        assertThatThrownBy(() -> store.put(key, cut, LIMIT)).isInstanceOf(IOException.class);

        assertThat(read(store, key, 0)).isEmpty();
        store.put(key, stream(bytes), LIMIT);
        assertThat(read(store, key, 0)).get().isEqualTo(bytes);
    }

    @Test
    @Tag("promise:P25")
    @DisplayName("STO-51 a stream that is one byte too long leaves nothing; one of just the limit is kept")
    void theLimitIsInclusive() throws IOException {
        assertThatThrownBy(() -> store.put(key, stream(bytes), LENGTH - 1)).isInstanceOf(TooLong.class);
        assertThat(read(store, key, 0)).isEmpty();

        assertThat(store.put(key, stream(bytes), LENGTH).length()).isEqualTo(LENGTH);
        assertThat(read(store, key, 0)).get().isEqualTo(bytes);
    }

    @Test
    @DisplayName("STO-52 a second put under a key fails and leaves the first bytes")
    void aKeyIsWrittenOnce() throws IOException {
        store.put(key, stream(bytes), LIMIT);

        assertThatThrownBy(() -> store.put(key, stream(new byte[] {1, 2, 3}), LIMIT))
                .isInstanceOf(IOException.class);

        assertThat(read(store, key, 0)).get().isEqualTo(bytes);
    }

    @Test
    @DisplayName("STO-52 of four puts at once under one key exactly one succeeds, and its bytes are whole")
    void oneOfManyPutsWins() throws IOException {
        List<Ending<Sha256>> endings = Threads.atOnce(4, runner -> {
            byte[] mine = bytes.clone();
            mine[0] = (byte) runner;
            try {
                return store.put(key, stream(mine), LIMIT).sha256();
            } catch (IOException taken) {
                throw new UncheckedIOException(taken);
            }
        });

        assertThat(Ending.results(endings)).hasSize(1);
        assertThat(sha256(read(store, key, 0).orElseThrow()))
                .isEqualTo(Ending.results(endings).get(0));
    }

    @Test
    @DisplayName("STO-53 deleted bytes are gone, and to delete nothing is no error")
    void deletedBytesAreGone() throws IOException {
        store.delete(key);
        store.put(key, stream(bytes), LIMIT);
        store.delete(key);
        store.delete(key);

        assertThat(read(store, key, 0)).isEmpty();
        assertThat(read(adapter.reopened(), key, 0)).isEmpty();
    }

    @Test
    @Tag("promise:P25")
    @DisplayName("STO-54 length and hash are those of the bytes, also when they come in small pieces")
    void lengthAndHashAreTrue() throws IOException {
        InputStream trickle = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int most) {
                return super.read(into, at, Math.min(most, 1000));
            }
        };

        Stored stored = store.put(key, trickle, LIMIT);

        assertThat(stored).isEqualTo(new Stored(LENGTH, sha256(bytes)));
        assertThat(read(store, key, 0)).get().isEqualTo(bytes);
    }

    @Test
    @DisplayName("STO-55 keys of two practices never meet, and no key can name a path")
    void keysStayApart() throws IOException {
        ContentKey other = new ContentKey(Samples.fresh().practice().id()
                + key.value().substring(key.value().indexOf('/')));
        store.put(key, stream(bytes), LIMIT);

        assertThat(read(store, other, 0)).isEmpty();
        store.put(other, stream(new byte[] {7}), LIMIT);
        store.delete(key);
        assertThat(read(store, other, 0)).get().isEqualTo(new byte[] {7});
        assertThatThrownBy(() -> new ContentKey("../../etc/passwd")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ContentKey(key.value().replace('/', '\\'))).isInstanceOf(InvalidValue.class);
    }

    private static Optional<byte[]> read(ContentStore from, ContentKey key, long offset) throws IOException {
        Optional<ReadableByteChannel> opened = from.open(key, offset);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = Channels.newInputStream(opened.get())) {
            return Optional.of(stream.readAllBytes());
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static Sha256 sha256(byte[] bytes) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
