package org.clientportal.host.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a cut body from every other failure to read or write. */
final class BodyStream extends FilterInputStream {
    BodyStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new Faults.BodyCut(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            throw new Faults.BodyCut(e);
        }
    }
}
