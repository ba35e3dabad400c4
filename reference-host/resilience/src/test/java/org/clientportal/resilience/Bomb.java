package org.clientportal.resilience;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A small file that is huge once it is unpacked. */
enum Bomb {
    /** Honest about its 900 million pixels. */
    PNG_OF_MANY_PIXELS("many.png") {
        @Override
        byte[] bytes() throws IOException {
            return png(30_000, 30_000, 1, 30_000L * (1 + 30_000 / 8));
        }
    },
    /** As many pixels as are drawn, of eight bytes each. */
    PNG_OF_DEEP_PIXELS("deep.png") {
        @Override
        byte[] bytes() throws IOException {
            return png(9_999, 9_999, 16, 9_999L * (1 + 8 * 9_999));
        }
    },
    /** A page with a mask of 400 million pixels, which takes their four bytes each to draw. */
    PDF_WITH_A_GIANT_MASK("mask.pdf") {
        @Override
        byte[] bytes() throws IOException {
            String image = "/Type /XObject /Subtype /Image /ImageMask true /Width 20000 /Height 20000"
                    + " /BitsPerComponent 1";
            return pdf(
                    "/XObject << /I 5 0 R >>",
                    stream(4, "", "q 600 0 0 800 0 0 cm /I Do Q".getBytes(StandardCharsets.US_ASCII)),
                    stream(5, image + " /Filter /FlateDecode", zeros(20_000L * 20_000 / 8)));
        }
    },
    /** A page of ten forms, each of ten forms, and so on: it is never drawn to its end. */
    PDF_WITHOUT_END("endless.pdf") {
        @Override
        byte[] bytes() throws IOException {
            byte[] tenTimes = "/F Do ".repeat(10).getBytes(StandardCharsets.US_ASCII);
            byte[][] objects = new byte[12][];
            objects[0] = stream(4, "", tenTimes);
            for (int i = 1; i < objects.length; i++) {
                String form = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] ";
                objects[i] = i < objects.length - 1
                        ? stream(4 + i, form + "/Resources << /XObject << /F " + (5 + i) + " 0 R >> >>", tenTimes)
                        : stream(4 + i, form, "0 0 600 800 re f".getBytes(StandardCharsets.US_ASCII));
            }
            return pdf("/XObject << /F 5 0 R >>", objects);
        }
    },
    /** A page whose drawing is a gigabyte of blanks, packed twice. */
    PDF_PACKED_TWICE("twice.pdf") {
        @Override
        byte[] bytes() throws IOException {
            byte[] once = zeros(1L << 30);
            ByteArrayOutputStream twice = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(twice, new Deflater(9))) {
                deflated.write(once);
            }
            return pdf("", stream(4, "/Filter [/FlateDecode /FlateDecode]", twice.toByteArray()));
        }
    };

    /** What the file is called. */
    final String file;

    Bomb(String file) {
        this.file = file;
    }

    abstract byte[] bytes() throws IOException;

    private static byte[] zeros(long count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, new Deflater(9), 1 << 16)) {
            byte[] piece = new byte[1 << 20];
            for (long left = count; left > 0; left -= piece.length) {
                deflated.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] png(int width, int height, int depth, long unpacked) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        // Black and white, or colours with transparency.
        fields.write(new byte[] {(byte) depth, (byte) (depth == 1 ? 0 : 6), 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", head.toByteArray());
        chunk(png, "IDAT", zeros(unpacked));
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

    /** One page, whose contents are object 4. */
    private static byte[] pdf(String resources, byte[]... objects) {
        byte[] pdf = ("%PDF-1.7\n"
                        + "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                        + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << "
                        + resources + " >> >> endobj\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (byte[] object : objects) {
            pdf = concat(pdf, object);
        }
        return concat(pdf, "trailer << /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] stream(int number, String keys, byte[] bytes) {
        String begin = number + " 0 obj << /Length " + bytes.length + " " + keys + " >> stream\n";
        return concat(
                concat(begin.getBytes(StandardCharsets.US_ASCII), bytes),
                "\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
