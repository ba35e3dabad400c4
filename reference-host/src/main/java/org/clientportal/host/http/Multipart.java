package org.clientportal.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.clientportal.host.http.MultipartEvents.Event;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * The parts of a multipart form, one after the other as they arrive: nothing is kept, in memory or on disk, but the piece
 * that was read last. Not thread-safe.
 */
public final class Multipart {
    private static final int PIECE = 32 << 10;
    private static final int MAX_PART_HEADERS = 8 << 10;

    private final InputStream in;
    private final int maxText;
    private final MultipartEvents events = new MultipartEvents();
    private final MultiPart.Parser parser;
    private final byte[] piece = new byte[PIECE];

    Multipart(String boundary, InputStream in, HttpLimits limits) {
        this.in = in;
        this.maxText = limits.form();
        this.parser = new MultiPart.Parser(boundary, events);
        parser.setMaxParts(limits.parts());
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
    }

    /**
     * The next part; what was not read of the one before is skipped.
     *
     * @throws Refusal if the form is malformed or has too many parts
     * @throws IOException if the body is cut
     */
    public Optional<Part> next() throws IOException {
        while (true) {
            Event event = take();
            if (event instanceof MultipartEvents.Begin begin) {
                return Optional.of(Part.of(begin.headers(), new Bytes(), maxText));
            }
            if (event instanceof MultipartEvents.Complete) {
                return Optional.empty();
            }
        }
    }

    private Event take() throws IOException {
        peek();
        return events.take();
    }

    private Event peek() throws IOException {
        while (events.isEmpty()) {
            int length = in.read(piece);
            parser.parse(length < 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(piece, 0, length), false));
            if (length < 0 && events.isEmpty()) {
                throw new Faults.BodyCut("the form ended before its last boundary");
            }
        }
        return events.peek();
    }

    /** The bytes of the part that was begun last. */
    private final class Bytes extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (!ended) {
                if (!(peek() instanceof MultipartEvents.Piece next)) {
                    ended = true;
                } else if (!next.bytes().hasRemaining()) {
                    events.take();
                } else {
                    int count = Math.min(length, next.bytes().remaining());
                    next.bytes().get(into, from, count);
                    return count;
                }
            }
            return -1;
        }
    }
}
