package org.clientportal.auth;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where to go on to after signing in: a path of this portal, or it is ignored (SI-13). */
final class ReturnTo {
    private static final int LONGEST = 1000;

    /** Printable ASCII; no backslash, which browsers read as a slash; nothing that needs quoting in a page. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&()*+,;=:@%?/-]*");

    private ReturnTo() {}

    /** The path, if it can lead nowhere but into this portal. */
    static Optional<String> checked(Optional<String> wanted) {
        return wanted.filter(
                path -> path.length() <= LONGEST && PATH.matcher(path).matches() && staysHere(path.split("\\?", 2)[0]));
    }

    /** {@code //host} names another host, and so may {@code /..//host} after it was tidied up. */
    private static boolean staysHere(String path) {
        return !path.contains("//")
                && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
    }
}
