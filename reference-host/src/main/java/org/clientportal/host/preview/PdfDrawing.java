package org.clientportal.host.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws one page of a PDF. */
final class PdfDrawing {
    private PdfDrawing() {}

    /** The drawn page, or empty if there is no such page. */
    static Optional<Picture> draw(DrawRequest wanted) throws IOException {
        Path file = wanted.file();
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (wanted.page() > pages) {
                return Optional.empty();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            int index = wanted.page() - 1;
            float scale = scale(document.getPage(index), wanted);
            BufferedImage drawn = renderer.renderImage(index, scale, ImageType.RGB);
            return Optional.of(Encoding.of(drawn, pages));
        }
    }

    /** Whatever size a page claims, what is drawn fits the frame; a page may lie on its side. */
    private static float scale(PDPage page, DrawRequest wanted) {
        PDRectangle box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        float width = Math.max(1, lying ? box.getHeight() : box.getWidth());
        float height = Math.max(1, lying ? box.getWidth() : box.getHeight());
        return Math.min(wanted.width() / width, wanted.height() / height);
    }
}
