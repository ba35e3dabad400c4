package org.clientportal.host.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths as logs may keep them: the token of a mail's link is a key and is left out (P6). */
public final class MaskedPath {
    private static final Pattern TOKEN = Pattern.compile("^/in/[^/]+");
    private static final Pattern CONTROL = Pattern.compile("[^\\x21-\\x7e]");
    private static final int MAX = 200;

    private MaskedPath() {}

    /** The path without tokens, control characters and what is too long. */
    public static String of(@Nullable String path) {
        if (path == null) {
            return "";
        }
        String masked =
                CONTROL.matcher(TOKEN.matcher(path).replaceFirst("/in/...")).replaceAll("?");
        return masked.length() > MAX ? masked.substring(0, MAX) + "..." : masked;
    }
}
