package org.clientportal.host.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Prints a page of figures that looks like what an accountant sends. */
final class DemoPdf {
    private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private static final String[] LINES = {
        "Opening balance",
        "Sales",
        "Cost of goods",
        "Wages and salaries",
        "Payroll taxes",
        "Rent",
        "Utilities",
        "Insurance",
        "Repairs and maintenance",
        "Supplies",
        "Professional fees",
        "Interest",
        "Depreciation"
    };

    private DemoPdf() {}

    static byte[] print(String firm, String client, String title, LocalDate date) {
        Random figures = new Random((client + title).hashCode());
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                text(out, BOLD, 11, 72, 720, firm);
                text(out, BOLD, 20, 72, 672, title);
                text(
                        out,
                        PLAIN,
                        11,
                        72,
                        650,
                        client + "  |  " + date.format(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US)));
                out.moveTo(72, 634);
                out.lineTo(540, 634);
                out.stroke();
                long total = 0;
                float y = 608;
                for (String line : LINES) {
                    long cents = 10_000L + figures.nextInt(4_000_000);
                    total += cents;
                    text(out, PLAIN, 11, 72, y, line);
                    amount(out, PLAIN, y, cents);
                    y -= 24;
                }
                out.moveTo(72, y + 14);
                out.lineTo(540, y + 14);
                out.stroke();
                text(out, BOLD, 11, 72, y - 8, "Total");
                amount(out, BOLD, y - 8, total);
                text(out, PLAIN, 9, 72, 60, "Made up for a demonstration. Any likeness is chance.");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void amount(PDPageContentStream out, PDFont font, float y, long cents) throws IOException {
        String amount = String.format(Locale.US, "%,d.%02d", cents / 100, cents % 100);
        text(out, font, 11, 540 - font.getStringWidth(amount) / 1000 * 11, y, amount);
    }

    private static void text(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }
}
