package org.clientportal.journeys;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A file as somebody has it on her machine: a picture of a sheet of paper. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Paper(String name, byte[] bytes) {
    /** @param name ends in {@code .png} */
    static Paper of(String name) {
        BufferedImage sheet = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 600, 800);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        pen.drawString(name.replace(".png", ""), 60, 100);
        pen.setColor(Color.LIGHT_GRAY);
        for (int line = 0; line < 16; line++) {
            pen.fillRect(60, 160 + line * 36, 280 + Math.floorMod(name.hashCode() * (line + 3) * 31, 200), 10);
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Paper(name, png.toByteArray());
    }

    FilePayload payload() {
        return new FilePayload(name, "image/png", bytes);
    }
}
