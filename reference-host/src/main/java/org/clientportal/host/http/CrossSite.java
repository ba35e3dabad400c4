package org.clientportal.host.http;

import java.util.Optional;
import java.util.Set;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Refuses what changes something and was not sent by our own pages or clients (P22): by the browser's own word
 * ({@code Sec-Fetch-Site}), else by {@code Origin}. Forms carry a token besides.
 */
final class CrossSite {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private CrossSite() {}

    /** What the headers tell. */
    enum Verdict {
        OURS,
        FOREIGN,
        UNKNOWN
    }

    static Verdict of(HttpFields headers, Practice practice) {
        String site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site) ? Verdict.OURS : Verdict.FOREIGN;
        }
        String origin = headers.get(HttpHeader.ORIGIN);
        // "null" is what a page sends that hides where it comes from, as the one behind a mail's link does.
        if (origin == null || origin.equals("null")) {
            return Verdict.UNKNOWN;
        }
        String host = Optional.ofNullable(headers.get(HttpHeader.HOST)).orElse("");
        String scheme = practice.origin().isSecure() ? "https://" : "http://";
        return origin.equals(practice.origin().value()) || origin.equalsIgnoreCase(scheme + host)
                ? Verdict.OURS
                : Verdict.FOREIGN;
    }

    static Refusal refused() {
        return Refusal.of(HttpError.CROSS_SITE, "This was sent by a page that is not ours.");
    }
}
