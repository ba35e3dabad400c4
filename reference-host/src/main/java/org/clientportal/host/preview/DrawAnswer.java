package org.clientportal.host.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** What a worker process answers: a picture, or that this file cannot be drawn. */
final class DrawAnswer {
    private static final int MAX_BYTES = 32 << 20;

    private DrawAnswer() {}

    static void write(DataOutputStream out, Optional<Picture> drawn) throws IOException {
        out.writeBoolean(drawn.isPresent());
        if (drawn.isPresent()) {
            Picture picture = drawn.get();
            out.writeUTF(picture.mediaType());
            out.writeInt(picture.width());
            out.writeInt(picture.height());
            out.writeInt(picture.pages());
            out.writeInt(picture.bytes().length);
            out.write(picture.bytes());
        }
        out.flush();
    }

    /** @throws IOException if the process is gone, even in the midst of a picture, or speaks nonsense: a file may have taken it over */
    static Optional<Picture> read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        String type = in.readUTF();
        int width = in.readInt();
        int height = in.readInt();
        int pages = in.readInt();
        int length = in.readInt();
        boolean ours = (type.equals(Encoding.PNG) || type.equals(Encoding.JPEG))
                && length >= 0
                && length <= MAX_BYTES
                && width > 0
                && height > 0
                && pages > 0;
        if (!ours) {
            throw new IOException("the worker speaks nonsense");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return Optional.of(new Picture(type, width, height, pages, bytes));
    }
}
