package org.clientportal.host.preview;

import java.nio.charset.StandardCharsets;

/** A small PDF whose one page is ten forms, each of ten forms, and so on: it is never drawn to its end. */
public final class Endless {
    private static final int DEEP = 12;

    private Endless() {}

    /** Its bytes. */
    public static byte[] pdf() {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n"
                + "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                + " /Resources << /XObject << /F 5 0 R >> >> >> endobj\n");
        String tenTimes = "/F Do ".repeat(10);
        pdf.append(stream(4, "", tenTimes));
        for (int form = 5; form < 4 + DEEP; form++) {
            pdf.append(stream(form, form("/Resources << /XObject << /F " + (form + 1) + " 0 R >> >>"), tenTimes));
        }
        pdf.append(stream(4 + DEEP, form(""), "0 0 600 800 re f"));
        return pdf.append("trailer << /Root 1 0 R >>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String form(String resources) {
        return "/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + resources;
    }

    private static String stream(int number, String keys, String drawing) {
        return number + " 0 obj << /Length " + drawing.length() + " " + keys + " >> stream\n" + drawing
                + "\nendstream endobj\n";
    }
}
