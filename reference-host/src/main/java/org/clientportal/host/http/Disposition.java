package org.clientportal.host.http;

import java.nio.charset.StandardCharsets;

/** The header Content-Disposition, safe for any file name (RFC 6266, RFC 8187). */
final class Disposition {
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    /** Old readers get an ASCII likeness of the name, all others the name itself as UTF-8. */
    static String of(boolean inline, String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints().forEach(c -> ascii.appendCodePoint(isQuotable(c) ? c : '_'));
        StringBuilder full = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                full.append((char) b);
            } else {
                full.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + full;
    }

    // A percent sign would be decoded by some readers, so it is left out of the plain form.
    private static boolean isQuotable(int c) {
        return c >= ' ' && c < 0x7f && "\"\\%/:;".indexOf(c) < 0;
    }

    private static boolean isPlain(byte b) {
        return (b >= '0' && b <= '9')
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b > 0 && PLAIN.indexOf(b) >= 0);
    }
}
