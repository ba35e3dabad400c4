package org.clientportal.host.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body as it arrives. Tells a cut one from every other failure to read or write, and cuts one that comes too slowly for a
 * thread to wait for it: only the time spent waiting counts.
 */
final class BodyStream extends FilterInputStream {
    private final HttpLimits limits;
    private long arrived;
    private long waited;

    BodyStream(InputStream in, HttpLimits limits) {
        super(in);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        long begin = System.nanoTime();
        int count;
        try {
            count = super.read(bytes, from, length);
        } catch (IOException e) {
            throw new Faults.BodyCut(e);
        }
        waited += System.nanoTime() - begin;
        arrived += Math.max(0, count);
        if (count >= 0 && waited > limits.nanosFor(arrived)) {
            throw new Faults.BodyCut("the body came too slowly");
        }
        return count;
    }
}
