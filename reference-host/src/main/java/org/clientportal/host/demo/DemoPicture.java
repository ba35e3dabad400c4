package org.clientportal.host.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Takes a picture of a receipt on a table. */
final class DemoPicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 1600;

    private DemoPicture() {}

    /** @param format {@code png} or {@code jpg} */
    static byte[] take(String title, String format) {
        Random random = new Random(title.hashCode());
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Color wood = Color.getHSBColor(random.nextFloat(), 0.25f, 0.55f);
        g.setPaint(new GradientPaint(0, 0, wood, WIDTH, HEIGHT, wood.darker().darker()));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.rotate(Math.toRadians(random.nextInt(7) - 3), WIDTH / 2.0, HEIGHT / 2.0);
        g.setColor(new Color(0, 0, 0, 60));
        g.fillRect(262, 222, 700, 1180);
        g.setColor(new Color(252, 251, 247));
        g.fillRect(250, 210, 700, 1180);
        paper(g, title, random);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void paper(Graphics2D g, String title, Random random) {
        g.setColor(new Color(40, 40, 45));
        g.setFont(new Font(Font.SERIF, Font.BOLD, 46));
        g.drawString(title, 310, 320);
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 30));
        long total = 0;
        for (int line = 0; line < 9; line++) {
            long cents = 500L + random.nextInt(60_000);
            total += cents;
            row(g, 440 + line * 70, "Item " + (line + 1), cents);
        }
        g.drawLine(310, 1080, 890, 1080);
        g.setFont(new Font(Font.MONOSPACED, Font.BOLD, 34));
        row(g, 1150, "TOTAL", total);
    }

    private static void row(Graphics2D g, int y, String label, long cents) {
        String amount = String.format(Locale.US, "%,d.%02d", cents / 100, cents % 100);
        g.drawString(label, 310, y);
        g.drawString(amount, 890 - g.getFontMetrics().stringWidth(amount), y);
    }
}
