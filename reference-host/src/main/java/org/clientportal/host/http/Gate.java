package org.clientportal.host.http;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.error.Refusals;

/** What every request passes before its route answers, in this order; no byte of a body is read before the last step. */
final class Gate {
    private Gate() {}

    /**
     * Lets a request through to its route.
     *
     * @return the route that is to answer
     * @throws RuntimeException whatever refuses it
     */
    static Route pass(Exchange exchange) throws IOException {
        Route route = routed(exchange);
        if (!route.method().isSafe()) {
            requireOurs(exchange, route);
        }
        if (route.isApi()) {
            requireKnown(exchange.query().names(), route.query());
        }
        exchange.signedIn().require(route.audience());
        if (!route.method().isSafe() && !route.isApi()) {
            requireToken(exchange, route);
        }
        return route;
    }

    private static Route routed(Exchange exchange) {
        Routes.Match match = exchange.match().orElseThrow(Refusals::notFound);
        return match.route()
                .orElseThrow(() -> Refusal.of(HttpError.METHOD_NOT_ALLOWED, "This cannot be done here.")
                        .withHeader("Allow", match.allow()));
    }

    private static void requireOurs(Exchange exchange, Route route) {
        CrossSite.Verdict verdict = CrossSite.of(exchange.headers(), exchange.practice());
        Browser browser = exchange.cookies();
        // A client of the interface that is no browser says nothing of where it comes from; a cookie tells a browser.
        boolean unsure = verdict == CrossSite.Verdict.UNKNOWN
                && route.isApi()
                && browser.bearer().isEmpty()
                && !browser.sessions().isEmpty();
        if (verdict == CrossSite.Verdict.FOREIGN || unsure) {
            throw CrossSite.refused();
        }
    }

    private static void requireKnown(Set<String> asked, Set<String> known) {
        Optional<String> unknown =
                asked.stream().filter(name -> !known.contains(name)).sorted().findFirst();
        if (unknown.isPresent()) {
            String name = unknown.get();
            throw Refusal.of(HttpError.UNKNOWN_PARAMETER, "There is no such parameter here.", name);
        }
    }

    /** A page's form carries its token; that of a multipart form is checked when its first part arrives. */
    private static void requireToken(Exchange exchange, Route route) throws IOException {
        Optional<String> header = exchange.header(Csrf.HEADER);
        boolean multipart = exchange.body().mediaType().equals(Body.MULTIPART);
        if (header.isPresent()) {
            exchange.cookies().check(header.get());
        } else if (!route.streams() || !multipart) {
            exchange.cookies().check(exchange.body().form().text(Csrf.FIELD));
        }
    }
}
