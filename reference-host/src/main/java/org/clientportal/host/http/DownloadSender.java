package org.clientportal.host.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Sends a file as RFC 9110 wants it: conditional, in a range, or whole. */
final class DownloadSender {
    /** How much is read and handed to the network at a time; the server's pool keeps buffers of this size. */
    static final int PIECE = 256 << 10;

    private final Request request;
    private final Response response;
    private final Download file;
    private final String etag;

    DownloadSender(Request request, Response response, Download file) {
        this.request = request;
        this.response = response;
        this.file = file;
        this.etag = '"' + file.etag() + '"';
    }

    /** Sends it; returns when the last byte was handed to the network. */
    void send() throws IOException {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.ETAG, etag);
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
        headers.put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        if (EntityTags.match(request.getHeaders().get(HttpHeader.IF_NONE_MATCH), etag)) {
            response.setStatus(304);
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
            return;
        }
        headers.put(HttpHeader.CONTENT_TYPE, file.mediaType());
        headers.put(HttpHeader.CONTENT_DISPOSITION, Disposition.of(file.inline(), file.name()));
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        // A sandboxed page that asks for a process of its own is refused by the standard.
        headers.put("Cross-Origin-Opener-Policy", "unsafe-none");
        List<ByteRange> ranges = ranges();
        if (ranges.size() == 1) {
            ByteRange range = ranges.get(0);
            response.setStatus(206);
            headers.put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(file.length()));
            sendBytes(range.first(), range.getLength(), () -> {});
        } else {
            response.setStatus(200);
            sendBytes(0, file.length(), file.whole());
        }
    }

    /** The one range asked for; several, or a condition that fails, are answered with the whole file. */
    private List<ByteRange> ranges() {
        String condition = request.getHeaders().get(HttpHeader.IF_RANGE);
        List<String> asked = request.getHeaders().getValuesList(HttpHeader.RANGE);
        if (asked.isEmpty() || !request.getMethod().equals("GET") || (condition != null && !condition.equals(etag))) {
            return List.of();
        }
        if (!asked.get(0).startsWith("bytes=")) {
            return List.of();
        }
        List<ByteRange> ranges = ByteRange.parse(asked, file.length());
        if (ranges.isEmpty()) {
            throw Refusal.of(HttpError.RANGE_NOT_SATISFIABLE, "The file has no such bytes.")
                    .withHeader("Content-Range", ByteRange.toNonSatisfiableHeaderValue(file.length()));
        }
        return ranges;
    }

    /**
     * Sends bytes; the last one waits for {@code beforeLast}, so that whoever has all of them finds it done.
     */
    private void sendBytes(long first, long length, Runnable beforeLast) throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        if (request.getMethod().equals("HEAD")) {
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
            return;
        }
        int capacity = (int) Math.max(1, Math.min(PIECE, length));
        // Outside the heap, so that neither reading the file nor writing to the network copies once more.
        RetainableByteBuffer pooled =
                request.getComponents().getByteBufferPool().acquire(capacity, true);
        sendPieces(first, length, pooled.getByteBuffer().clear().limit(capacity).slice(), beforeLast);
        // Not after a failure: whoever writes it may not be done with it. Then it goes the way of all garbage.
        pooled.release();
    }

    private void sendPieces(long first, long length, ByteBuffer piece, Runnable beforeLast) throws IOException {
        long left = length;
        try (ReadableByteChannel bytes = file.bytes().open(first)) {
            while (left > 0) {
                piece.clear().limit((int) Math.min(piece.capacity(), left));
                if (bytes.read(piece) < 0) {
                    throw new EOFException("the stored file is shorter than its record says");
                }
                left -= piece.flip().remaining();
                if (left > 0) {
                    Content.Sink.write(response, false, piece);
                }
            }
        }
        if (piece.remaining() > 1 && length > 0) {
            Content.Sink.write(response, false, piece.slice(0, piece.remaining() - 1));
            piece.position(piece.limit() - 1);
        }
        beforeLast.run();
        Content.Sink.write(response, true, length > 0 ? piece : ByteBuffer.allocate(0));
    }
}
