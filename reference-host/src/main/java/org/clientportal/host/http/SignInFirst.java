package org.clientportal.host.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a page sends those who have to sign in first, to come back afterwards (SI-2). */
public final class SignInFirst {
    /** The contacts' sign-in page. */
    public static final String CONTACT = "/sign-in";
    /** The staff's. */
    public static final String STAFF = "/practice/sign-in";
    /** The parameter that says where to go on. */
    public static final String RETURN_TO = "returnTo";

    private SignInFirst() {}

    static Answer answer(Exchange exchange) {
        String signIn = exchange.path().startsWith("/practice") ? STAFF : CONTACT;
        if (exchange.isPartial()) {
            // A redirect would be followed silently and its page put into a corner of this one.
            return Answer.done().header("HX-Redirect", to(signIn, shownPage(exchange)));
        }
        boolean safe = exchange.route().map(route -> route.method().isSafe()).orElse(true);
        return Answer.seeOther(to(signIn, safe ? Optional.of(exchange.pathAndQuery()) : Optional.empty()));
    }

    private static Optional<String> shownPage(Exchange exchange) {
        return exchange.header("HX-Current-URL").flatMap(address -> {
            try {
                URI uri = URI.create(address);
                String query = uri.getRawQuery();
                return Optional.of(uri.getRawPath() + (query == null ? "" : "?" + query));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        });
    }

    private static String to(String signIn, Optional<String> back) {
        return back.filter(path -> LocalPath.is(path) && !path.equals("/"))
                .map(path -> signIn + "?" + RETURN_TO + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .filter(LocalPath::is)
                .orElse(signIn);
    }
}
