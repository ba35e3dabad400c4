package org.clientportal.host.web.view;

import java.util.Locale;

/**
 * A person's or business's initials on a quiet colour that is always the same for the same name.
 *
 * @param initials one or two capital letters; "?" for a name without any letter or digit
 * @param tint the number of the colour, 1 to 6
 */
public record Avatar(String initials, int tint) {
    private static final int TINTS = 6;

    /** The initials of the first and the last word. */
    public static Avatar of(String name) {
        String[] words = name.replaceAll("[^\\p{L}\\p{N}\\s]", "").trim().split("\\s+", -1);
        String last = words.length > 1 ? first(words[words.length - 1]) : "";
        String initials = (first(words[0]) + last).toUpperCase(Locale.ROOT);
        return new Avatar(initials.isEmpty() ? "?" : initials, 1 + Math.floorMod(name.hashCode(), TINTS));
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
