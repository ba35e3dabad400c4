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
            return png(30_000, 30_000, 1, new byte[0], 30_000L * (1 + 30_000 / 8));
        }
    },
    /** As many pixels as are drawn, of eight bytes each. */
    PNG_OF_DEEP_PIXELS("deep.png") {
        @Override
        byte[] bytes() throws IOException {
            return png(9_999, 9_999, 16, new byte[0], 9_999L * (1 + 8 * 9_999));
        }
    },
    /** A tiny picture with a comment of a gigabyte. */
    PNG_WITH_A_COMMENT("comment.png") {
        @Override
        byte[] bytes() throws IOException {
            byte[] key = "Comment\0\0".getBytes(StandardCharsets.US_ASCII);
            return png(1, 1, 1, concat(key, zeros(1L << 30)), 2);
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
            return pdf(twice.toByteArray(), "[/FlateDecode /FlateDecode]");
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

    private static byte[] png(int width, int height, int depth, byte[] comment, long unpacked) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        // Black and white, or colours with transparency.
        fields.write(new byte[] {(byte) depth, (byte) (depth == 1 ? 0 : 6), 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", head.toByteArray());
        if (comment.length > 0) {
            chunk(png, "zTXt", comment);
        }
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

    private static byte[] pdf(byte[] drawing, String filter) {
        String before = "%PDF-1.7\n"
                + "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >> endobj\n"
                + "4 0 obj << /Length " + drawing.length + " /Filter " + filter + " >> stream\n";
        String after = "\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
        return concat(
                concat(before.getBytes(StandardCharsets.US_ASCII), drawing), after.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
