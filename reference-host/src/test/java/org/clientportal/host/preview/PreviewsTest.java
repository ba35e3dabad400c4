package org.clientportal.host.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.clientportal.core.Actor;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real worker processes draw real files. */
class PreviewsTest {
    private final World world = new World(MemoryStorage.create());
    private final Actor firm = world.admin();
    private final Client client = world.client("Delgado Hardware");

    @TempDir
    private Path folder;

    private Previews previews;

    @BeforeEach
    void start() {
        previews = previews(PreviewLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        previews.close();
    }

    @Test
    @Tag("rule:DO-2")
    void the_pages_of_a_pdf_are_drawn() throws IOException {
        Document pdf = stored("Report.pdf", pdf(3, PDRectangle.A4));

        Picture second = previews.page(firm, pdf.id(), 2).orElseThrow();
        Picture small = previews.thumbnail(firm, pdf.id()).orElseThrow();

        assertThat(second.pages()).isEqualTo(3);
        assertThat(image(second).getWidth()).isEqualTo(second.width()).isBetween(1200, 1400);
        assertThat(image(small).getHeight()).isBetween(400, 480);
        assertThat(previews.page(firm, pdf.id(), 4)).isEmpty();
    }

    @Test
    @Tag("promise:P21")
    void a_page_of_monstrous_size_is_drawn_small() throws IOException {
        Document pdf = stored("Banner.pdf", pdf(1, new PDRectangle(14_400, 20)));

        Picture page = previews.page(firm, pdf.id(), 1).orElseThrow();

        assertThat(page.width()).isLessThanOrEqualTo(2000);
        assertThat(page.height()).isPositive();
    }

    @Test
    @Tag("rule:DO-2")
    void a_picture_is_drawn_anew_and_smaller() throws IOException {
        Document photo = stored("Receipt.png", png(2400, 1200));

        Picture page = previews.page(firm, photo.id(), 1).orElseThrow();

        assertThat(page.width()).isEqualTo(1400);
        assertThat(page.height()).isEqualTo(700);
        assertThat(new Color(image(page).getRGB(700, 350)).getRed()).isGreaterThan(200);
    }

    @Test
    @Tag("promise:P20")
    void the_uploaded_bytes_themselves_are_never_given_out() throws IOException {
        byte[] polyglot = concat(png(40, 40), "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        Document picture = stored("Logo.png", polyglot);

        Picture page = previews.page(firm, picture.id(), 1).orElseThrow();

        assertThat(new String(page.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @Test
    @Tag("promise:P21")
    void a_picture_that_claims_more_pixels_than_memory_holds_is_not_unpacked() throws IOException {
        Document bomb = stored("Bomb.png", bomb(30_000, 30_000));

        assertThat(previews.page(firm, bomb.id(), 1)).isEmpty();
    }

    @Test
    @Tag("promise:P21")
    void broken_files_break_nothing_for_the_next() throws IOException {
        Document broken =
                stored("Broken.pdf", "%PDF-1.7\n1 0 obj << /Type /Catalog >>".getBytes(StandardCharsets.UTF_8));
        Document good = stored("Good.pdf", pdf(1, PDRectangle.A4));

        assertThat(previews.page(firm, broken.id(), 1)).isEmpty();
        assertThat(previews.page(firm, good.id(), 1)).isPresent();
    }

    @Test
    @Tag("promise:P21")
    void a_file_that_takes_too_long_is_given_up_and_the_next_is_drawn() throws IOException {
        PreviewLimits impatient =
                new PreviewLimits(64L << 20, Duration.ofMillis(1), Duration.ofSeconds(30), 1, 128, 30, 1 << 20);
        Document pdf = stored("Slow.pdf", pdf(1, PDRectangle.A4));
        try (Previews hasty = previews(impatient)) {
            assertThat(hasty.page(firm, pdf.id(), 1)).isEmpty();
        }

        assertThat(previews.page(firm, pdf.id(), 1)).isPresent();
    }

    @Test
    @Tag("promise:P21")
    void a_file_that_is_too_large_is_not_drawn() throws IOException {
        Document pdf = stored("Large.pdf", pdf(1, PDRectangle.A4));
        try (Previews strict = previews(limits(pdf.size() - 1, 30))) {
            assertThat(strict.shows(pdf)).isFalse();
            assertThat(strict.page(firm, pdf.id(), 1)).isEmpty();
        }
    }

    @Test
    @Tag("promise:P21")
    void of_a_long_document_so_many_pages_are_drawn_and_no_more() throws IOException {
        Document pdf = stored("Long.pdf", pdf(3, PDRectangle.A4));
        try (Previews strict = previews(limits(64L << 20, 2))) {
            assertThat(strict.page(firm, pdf.id(), 2)).isPresent();
            assertThat(strict.page(firm, pdf.id(), 3)).isEmpty();
        }
    }

    @Test
    @Tag("promise:P6")
    @EnabledOnOs(OS.LINUX)
    void the_process_that_draws_is_given_none_of_the_hosts_environment() throws IOException {
        // given
        assertThat(System.getenv()).containsKey("HOME");
        Document pdf = stored("Report.pdf", pdf(1, PDRectangle.A4));
        // when
        previews.page(firm, pdf.id(), 1);
        // then
        List<ProcessHandle> drawing = Drawers.in(folder);
        assertThat(drawing).isNotEmpty();
        assertThat(drawing)
                .allSatisfy(process -> assertThat(
                                Drawers.told(process, "environ").split("\0"))
                        .allMatch(variable -> variable.isEmpty() || variable.matches("(PATH|LANG|LC_ALL|TMPDIR)=.*")));
    }

    private static PreviewLimits limits(long fileBytes, int pages) {
        return new PreviewLimits(fileBytes, Duration.ofSeconds(20), Duration.ofSeconds(30), 1, 128, pages, 1 << 20);
    }

    @Test
    @Tag("rule:PM-8")
    void what_was_drawn_before_is_shown_to_nobody_who_may_not_see_it() throws IOException {
        Document pdf = stored("Report.pdf", pdf(1, PDRectangle.A4));
        Actor stranger = world.contact("Eve Other", world.client("Another"));
        previews.page(firm, pdf.id(), 1);

        world.whenDone(() -> previews.page(stranger, pdf.id(), 1)).isRefused(CoreError.NOT_FOUND);
    }

    private Previews previews(PreviewLimits limits) {
        return new Previews(world.portal().downloads(), limits, folder);
    }

    private Document stored(String name, byte[] bytes) {
        return world.portal()
                .uploads()
                .upload(
                        firm,
                        UploadDocument.to(
                                client.id(),
                                world.folder(client, FolderKind.ORDINARY).id(),
                                name),
                        new ByteArrayInputStream(bytes));
    }

    private static byte[] pdf(int pages, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(size));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** A small file that says it is a huge black picture. */
    private static byte[] bomb(int width, int height) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels, new Deflater(9))) {
            byte[] row = new byte[1 + width / 8];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", head.toByteArray());
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] body = concat(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(body);
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(body);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] concat(byte[] first, byte[] second) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(first);
        both.write(second);
        return both.toByteArray();
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(picture.bytes())))
                .orElseThrow();
    }
}
