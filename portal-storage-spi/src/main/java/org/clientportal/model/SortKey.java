package org.clientportal.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folded form of a name by which lists are ordered and searched: compatibility-decomposed, marks removed, lower case
 * of the root locale. Ordered by its UTF-8 bytes, so that names and cursors are the same on every adapter. Its first 400
 * UTF-16 units count: only rare characters, which decompose into many, make one longer than the longest name's.
 */
public final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final int MAX = 400;

    private SortKey() {}

    /** Folds {@code "Éclair GmbH"} to {@code "eclair gmbh"}. */
    public static String of(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String folded = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        if (folded.length() <= MAX) {
            return folded;
        }
        // Never between the halves of a pair.
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(MAX - 1)) ? MAX - 1 : MAX);
    }
}
