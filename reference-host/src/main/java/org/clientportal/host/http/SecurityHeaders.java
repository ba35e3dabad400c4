package org.clientportal.host.http;

import java.util.Map;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpFields;

/** The headers that every answer has, whatever it is (P30). An endpoint may replace one for its own answer. */
final class SecurityHeaders {
    static final String REQUEST_ID = "X-Request-Id";

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                            + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("Referrer-Policy", "same-origin"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
            Map.entry(
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
            Map.entry("X-Robots-Tag", "noindex, nofollow"),
            Map.entry("Cache-Control", "no-store"));

    private SecurityHeaders() {}

    static void put(HttpFields.Mutable headers, String requestId) {
        ALWAYS.forEach(headers::put);
        headers.put(REQUEST_ID, requestId);
    }

    /** A portal that is served over TLS is never asked for without it again. */
    static void putTransport(HttpFields.Mutable headers, Practice practice) {
        if (practice.origin().isSecure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
