package org.clientportal.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folded form of a name by which lists are ordered and searched: compatibility-decomposed, marks removed, lower case
 * of the root locale. Ordered by its UTF-8 bytes, so that names and cursors are the same on every adapter.
 */
public final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SortKey() {}

    /** Folds {@code "Éclair GmbH"} to {@code "eclair gmbh"}. */
    public static String of(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
