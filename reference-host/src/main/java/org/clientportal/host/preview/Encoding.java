package org.clientportal.host.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes what was drawn in the form that is smaller for it: PNG for writing, JPEG for photographs. */
final class Encoding {
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";

    private static final float QUALITY = 0.85f;

    private Encoding() {}

    static Picture of(BufferedImage drawn, int pages) throws IOException {
        BufferedImage opaque = onWhite(drawn);
        byte[] jpeg = jpeg(opaque);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(opaque, "png", png);
        boolean sharp = png.size() <= jpeg.length + jpeg.length / 4;
        return new Picture(
                sharp ? PNG : JPEG, opaque.getWidth(), opaque.getHeight(), pages, sharp ? png.toByteArray() : jpeg);
    }

    private static BufferedImage onWhite(BufferedImage drawn) {
        BufferedImage opaque = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(drawn, 0, 0, Color.WHITE, null);
        pen.dispose();
        return opaque;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
