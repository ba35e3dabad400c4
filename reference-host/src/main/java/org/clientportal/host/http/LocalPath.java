package org.clientportal.host.http;

/** Tells paths of this portal from addresses that a browser would take elsewhere (SI-13, P22). */
public final class LocalPath {
    private static final int MAX = 2000;

    private LocalPath() {}

    /**
     * Whether a browser stays on this origin: a slash, then neither slash nor backslash, and nothing that browsers drop
     * or read differently.
     */
    public static boolean is(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= MAX
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != '"' && c != '<' && c != '>');
    }
}
