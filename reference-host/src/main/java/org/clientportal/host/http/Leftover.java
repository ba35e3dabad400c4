package org.clientportal.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is still on its way of a body that was answered before its end. A connection closed on unread bytes is reset, and the sender would
 * never see why: so it is read on for a moment after the answer went out.
 */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long BYTES = 64L << 20;
    private static final int CHUNKS = 32;

    private Leftover() {}

    /** Whether the body has more than what has already come. */
    static boolean of(Request request) {
        for (int i = 0; i < CHUNKS; i++) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return true;
            }
            boolean end = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (end) {
                return false;
            }
        }
        return true;
    }

    /** Reads on, for a bounded time and length. */
    static void drain(Request request) {
        long end = System.nanoTime() + NANOS;
        byte[] piece = new byte[32 << 10];
        long left = BYTES;
        try (InputStream in = Content.Source.asInputStream(request)) {
            int read = 0;
            while (read >= 0 && left > 0 && System.nanoTime() < end) {
                read = in.read(piece);
                left -= read;
            }
        } catch (IOException gone) {
            LOG.trace("the sender of a refused body is gone", gone);
        }
    }
}
