package org.clientportal.example.mvstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys of several parts, ordered part by part by their UTF-8 bytes (STO-25). Each part ends with a zero byte, which no text
 * of a record contains, so that no part runs into the next.
 */
final class Key {
    /** What {@link #time} writes. */
    static final Pattern TIME = Pattern.compile("[0-9]{17}\\.[0-9]{6}");

    /** Later than the earliest instant is before 1970, so that no second is negative. */
    private static final long FIRST = -Instant.MIN.getEpochSecond();

    private Key() {}

    static byte[] of(List<String> parts) {
        return (String.join("\0", parts) + "\0").getBytes(UTF_8);
    }

    static String part(byte[] key, int index) {
        return new String(key, UTF_8).split("\0", -1)[index];
    }

    /** Behind every key that starts with these parts, and before all others that follow. */
    static byte[] behind(byte[] prefix) {
        byte[] end = prefix.clone();
        end[end.length - 1] = 1;
        return end;
    }

    /** Before this key, and behind all others that precede it. */
    static byte[] before(byte[] key) {
        return Arrays.copyOf(key, key.length - 1);
    }

    /** An instant as a part that orders like it. */
    static String time(Instant at) {
        return String.format(Locale.ROOT, "%017d.%06d", at.getEpochSecond() + FIRST, at.getNano() / 1000);
    }

    /** A number as a part that orders like it. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%019d", value);
    }
}
