package org.clientportal.core.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A sender of bytes, a few at a time, who may break off at each read. */
final class FaultySender extends InputStream {
    private static final int CHUNK = 8;

    private final InputStream bytes;
    private final Faults faults;

    FaultySender(byte[] bytes, Faults faults) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.faults = faults;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Faults.Call<IOException> call = faults.call("a read from the sender", FaultyContent::broken);
        int read = bytes.read(into, from, Math.min(length, CHUNK));
        call.done();
        return read;
    }
}
