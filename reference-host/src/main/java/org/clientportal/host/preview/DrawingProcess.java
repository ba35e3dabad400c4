package org.clientportal.host.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The main method of a worker process: draws what it is asked for on its standard input, one after the other, until that
 * ends. It may run out of memory or of time; whoever started it ends it then and starts another.
 */
public final class DrawingProcess {
    private DrawingProcess() {}

    public static void main(String[] args) throws IOException {
        ImageIO.setUseCache(false);
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Libraries that print must not speak to whoever waits for pictures.
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                DrawRequest wanted = DrawRequest.read(in);
                DrawAnswer.write(out, drawn(wanted));
            }
        } catch (java.io.EOFException end) {
            out.close();
        }
    }

    private static Optional<Picture> drawn(DrawRequest wanted) {
        try {
            return wanted.pdf() ? PdfDrawing.draw(wanted) : PictureDrawing.draw(wanted);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // Whatever is wrong with a file, it is its own fault and no news.
            return Optional.empty();
        }
    }
}
