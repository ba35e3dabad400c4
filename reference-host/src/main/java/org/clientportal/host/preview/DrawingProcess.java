package org.clientportal.host.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;

/**
 * The main method of a worker process: draws what it is asked for on its standard input, one after the other, until that
 * ends, as it does with the process at its other end. It may run out of memory or of time; whoever started it ends it then
 * and starts another.
 */
public final class DrawingProcess {
    private DrawingProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ImageIO.setUseCache(false);
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Libraries that print must not speak to whoever waits for pictures.
        System.setOut(System.err);
        BlockingQueue<DrawRequest> asked = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(asked), "listener");
        listener.setDaemon(true);
        listener.start();
        while (true) {
            DrawAnswer.write(out, drawn(asked.take()));
        }
    }

    /** Listens also in the midst of drawing, which might never end: nobody would be left to end this process then. */
    private static void listen(BlockingQueue<DrawRequest> asked) {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                asked.add(DrawRequest.read(in));
            }
        } catch (IOException ended) {
            Runtime.getRuntime().halt(0);
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
