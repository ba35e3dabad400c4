package org.clientportal.model.document;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.clientportal.model.Require;

/**
 * The name of a file as people see it, safe to show and to save under on any system: the last part of whatever path was
 * sent, NFC, without control, bidirectional-override and path characters, at most 200 characters with the extension
 * kept. It never becomes a path here (P19).
 */
public record FileName(String value) {
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}<>:\"|?*\\\\/]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int MAX = 200;

    public FileName {
        value = safe(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String safe(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        String name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        name = UNSAFE.matcher(dropLoneSurrogates(name)).replaceAll("");
        // Composed after the dropping, which may bring letters and their marks together.
        name = trim(Normalizer.normalize(name, Normalizer.Form.NFC));
        Require.that(!name.isEmpty(), "name", "required", "must name the file");
        if (RESERVED.matcher(name).matches()) {
            name = "_" + name;
        }
        return shorten(name);
    }

    /** Whether nothing below would change it, as with every name that was made safe before; told at a glance for most. */
    private static boolean isPlain(String raw) {
        int last = raw.length() - 1;
        // Up to four letters before the first dot may be a reserved word.
        if (last < 0 || last >= MAX || raw.charAt(0) == '.' || raw.charAt(last) == '.' || beforeDot(raw) < 5) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            char c = raw.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && c != '.' && c != '-' && c != '_' && (c != ' ' || i == 0 || i == last)) {
                return false;
            }
        }
        return true;
    }

    private static int beforeDot(String raw) {
        int dot = raw.indexOf('.');
        return dot < 0 ? raw.length() : dot;
    }

    /** Without dots and spaces at either end: systems hide such files, or drop the ends themselves. */
    private static String trim(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isDotOrSpace(name.charAt(start))) {
            start++;
        }
        while (end > start && isDotOrSpace(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDotOrSpace(char c) {
        return c == '.' || Character.isSpaceChar(c);
    }

    private static String shorten(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        int end = MAX - extension.length();
        // Never between the halves of a pair.
        end -= Character.isHighSurrogate(name.charAt(end - 1)) ? 1 : 0;
        return trim(name.substring(0, end)) + extension;
    }

    private static String dropLoneSurrogates(String text) {
        return text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
