package org.clientportal.model.practice;

import java.net.URI;
import java.util.Locale;
import org.clientportal.model.InvalidValue;

/**
 * The address under which a practice's portal is reached, such as {@code https://portal.firm.example}: every link in a
 * mail starts with it, whatever a request's headers say (P3).
 *
 * @param value scheme, host and, if not the scheme's own, port; lower case, no path
 */
public record Origin(String value) {
    public Origin {
        value = normalise(value);
    }

    /** The host name alone, by which a request's practice is found (PR-2). */
    public String host() {
        return URI.create(value).getHost();
    }

    /** Whether the portal is served over TLS. */
    public boolean isSecure() {
        return value.startsWith("https://");
    }

    /** The absolute address of a path that starts with a slash. */
    public String resolve(String path) {
        return value + path;
    }

    private static String normalise(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("origin", "malformed_origin", "is not an address");
        }
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        boolean bare = (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!web || !bare || uri.getHost() == null) {
            throw new InvalidValue("origin", "malformed_origin", "must look like https://portal.firm.example");
        }
        boolean ownPort = uri.getPort() == -1 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost() + (ownPort ? "" : ":" + uri.getPort());
    }
}
