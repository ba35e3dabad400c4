package org.clientportal.host.web.brand;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An opaque sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Rgb(int red, int green, int blue) {
    static final Rgb BLACK = new Rgb(0, 0, 0);
    static final Rgb WHITE = new Rgb(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Reads {@code #rrggbb}; anything else is an {@link IllegalArgumentException}. */
    static Rgb parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a colour must be written #rrggbb");
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    /** This colour with a part (0 to 1) of another mixed in. */
    Rgb mix(Rgb other, double part) {
        return new Rgb(mix(red, other.red, part), mix(green, other.green, part), mix(blue, other.blue, part));
    }

    /** The contrast ratio of WCAG 2, from 1 (the same) to 21 (black and white). */
    double contrast(Rgb other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Written {@code #rrggbb}, in lower case. */
    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
