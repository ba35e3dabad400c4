package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.auth.Visit;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Opens requests as exchanges. Thread-safe. */
final class Exchanges {
    private final Routes routes;
    private final SignIn signIn;
    private final KeyRing keys;
    private final Csrf csrf;
    private final TrustedProxies proxies;
    private final HttpLimits limits;

    Exchanges(Routes routes, SignIn signIn, KeyRing keys, TrustedProxies proxies, HttpLimits limits) {
        this.routes = routes;
        this.signIn = signIn;
        this.keys = keys;
        this.csrf = new Csrf(keys);
        this.proxies = proxies;
        this.limits = limits;
    }

    /**
     * Opens a request.
     *
     * @throws Refusal if its query cannot be read
     */
    Exchange open(Request request, Practice practice, Handled handled) {
        Optional<Routes.Match> match = routes.match(path(request), request.getMethod());
        Optional<Route> route = match.flatMap(Routes.Match::route);
        Browser browser = new Browser(request, practice, keys, csrf);
        String network = proxies.client(request);
        handled.found(practice.slug().value(), network, route.map(Route::name).orElse("none"));
        return new Exchange(new ExchangeParts(
                request,
                practice,
                handled.id(),
                new Visit(
                        practice.id(),
                        Optional.of(network),
                        browser.known(),
                        DeviceName.of(request.getHeaders().get(HttpHeader.USER_AGENT)),
                        browser.sessions()),
                browser,
                match,
                new SignedIn(signIn, practice, browser),
                new Query(query(request)),
                new Body(request, limits, route.filter(r -> !r.isApi()).map(page -> browser::pass))));
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getDecodedPath();
        return path == null ? "" : path;
    }

    private static Fields query(Request request) {
        Fields fields = new Fields();
        String query = request.getHttpURI().getQuery();
        if (query != null) {
            try {
                UrlEncoded.decodeUtf8To(query, fields);
            } catch (IllegalArgumentException malformed) {
                throw Refusal.of(HttpError.MALFORMED_REQUEST, "What follows the question mark cannot be read.");
            }
        }
        return fields;
    }
}
