package org.clientportal.host.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a worker process is asked to draw.
 *
 * @param file a copy of the document's bytes
 * @param pdf whether it is a PDF; else a picture
 * @param page from 1 on
 * @param width the widest, in pixels
 * @param height the highest, in pixels
 */
record DrawRequest(Path file, boolean pdf, int page, int width, int height) {
    void write(DataOutputStream out) throws IOException {
        out.writeUTF(file.toString());
        out.writeBoolean(pdf);
        out.writeInt(page);
        out.writeInt(width);
        out.writeInt(height);
        out.flush();
    }

    static DrawRequest read(DataInputStream in) throws IOException {
        return new DrawRequest(Path.of(in.readUTF()), in.readBoolean(), in.readInt(), in.readInt(), in.readInt());
    }
}
