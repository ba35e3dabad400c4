package org.clientportal.host.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Draws a picture anew, smaller and upright; how large it is was read before any of it is unpacked. */
final class PictureDrawing {
    private static final long MAX_PIXELS = 100_000_000;
    private static final long MAX_UNPACKED = 24_000_000;

    private PictureDrawing() {}

    /** The drawn picture, or empty if it is no picture we read, or too large a one. */
    static Optional<Picture> draw(DrawRequest wanted) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(wanted.file().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (wanted.page() != 1 || !readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, false);
                return drawn(reader, wanted);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<Picture> drawn(ImageReader reader, DrawRequest wanted) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MAX_PIXELS) {
            return Optional.empty();
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = step(width, height, wanted);
        how.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, how);
        BufferedImage turned = upright(reader).apply(read);
        BufferedImage drawn = turned.getWidth() <= wanted.width() && turned.getHeight() <= wanted.height()
                ? turned
                : Thumbnails.of(turned).size(wanted.width(), wanted.height()).asBufferedImage();
        return Optional.of(Encoding.of(drawn, 1));
    }

    /** Cameras write which way up a picture is; only JPEG's reader tells. */
    private static ImageFilter upright(ImageReader reader) throws IOException {
        Orientation way = reader.getFormatName().equalsIgnoreCase("jpeg")
                ? ExifUtils.getExifOrientation(reader, 0)
                : Orientation.TOP_LEFT;
        return ExifFilterUtils.getFilterForOrientation(way == null ? Orientation.TOP_LEFT : way);
    }

    /** Reads every n-th pixel only, so that what is unpacked stays small and still at least twice what is drawn. */
    private static int step(long width, long height, DrawRequest wanted) {
        long step = Math.max(1, Math.min(width / (2L * wanted.width()), height / (2L * wanted.height())));
        while ((width / step) * (height / step) > MAX_UNPACKED) {
            step++;
        }
        return (int) step;
    }
}
