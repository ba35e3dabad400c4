package org.clientportal.core.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Passes bytes on, keeps the first of them to tell the type by, and asks before each read whether to go on. */
final class CountedStream extends FilterInputStream {
    private static final int HEAD = 64 * 1024;

    private final Recheck recheck;
    private final byte[] head = new byte[HEAD];
    private int kept;
    private boolean broke;

    CountedStream(InputStream in, Recheck recheck) {
        super(in);
        this.recheck = recheck;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        recheck.now();
        int read = readOn(buffer, offset, length);
        if (read > 0 && kept < HEAD) {
            int more = Math.min(read, HEAD - kept);
            System.arraycopy(buffer, offset, head, kept, more);
            kept += more;
        }
        return read;
    }

    private int readOn(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException lost) {
            broke = true;
            throw lost;
        }
    }

    /** Whether it was the sender's stream that failed, and not whoever stores the bytes. */
    boolean broke() {
        return broke;
    }

    byte[] head() {
        return Arrays.copyOf(head, kept);
    }
}
