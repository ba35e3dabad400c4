package org.clientportal.host.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every request of a portal comes in here: whose portal it is, whether it was sent by our own pages, which route answers,
 * whether its audience is signed in; and every failure leaves as a problem or a page.
 */
final class FrontDoor extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final PracticeDirectory practices;
    private final Exchanges exchanges;
    private final FaultPages pages;

    FrontDoor(PracticeDirectory practices, Exchanges exchanges, FaultPages pages) {
        this.practices = practices;
        this.exchanges = exchanges;
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Handled handled = Handled.begin(request);
        SecurityHeaders.put(response.getHeaders(), handled.id());
        try {
            answer(request, response, handled);
            callback.succeeded();
        } catch (Throwable broken) {
            // The head is out already: only a broken connection tells that the answer is not whole.
            LOG.debug("request {} broke off", handled.id(), broken);
            callback.failed(broken);
        }
        return true;
    }

    private void answer(Request request, Response response, Handled handled) throws IOException {
        Exchange exchange = null;
        Answer answer;
        try {
            exchange = exchanges.open(request, practice(request), handled);
            answer = answer(request, Gate.pass(exchange), exchange);
            send(request, response, Optional.of(exchange), answer);
            exchange.signedIn().used();
        } catch (Throwable thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            Fault fault = Faults.of(thrown, handled.id());
            response.reset();
            SecurityHeaders.put(response.getHeaders(), handled.id());
            refuse(request, response, Optional.ofNullable(exchange), fault, handled.id());
        }
    }

    private static Answer answer(Request request, Route route, Exchange exchange) throws IOException {
        try {
            return route.endpoint().answer(exchange);
        } finally {
            if (route.audience() == Audience.PUBLIC && !route.method().isSafe()) {
                EvenTimes.await(request);
            }
        }
    }

    private Practice practice(Request request) {
        String host = request.getHttpURI().getHost();
        return practices
                .at(host == null ? "" : host.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.of(HttpError.UNKNOWN_HOST, "There is no portal at this address."));
    }

    private void refuse(Request request, Response response, Optional<Exchange> exchange, Fault fault, String id)
            throws IOException {
        Answer answer = exchange.isPresent()
                ? told(request, exchange.get(), fault)
                : wantsProblem(request) ? fault.problem(id) : PlainFaultPage.of(fault, id);
        send(request, response, exchange, answer);
    }

    /** A refusal may also be told by an ordinary answer: whatever it is, what its endpoint left unread is read on. */
    private static void send(Request request, Response response, Optional<Exchange> exchange, Answer answer)
            throws IOException {
        if (Leftover.of(request)) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Sender.send(request, response, exchange, answer, () -> Leftover.drain(request));
        } else {
            Sender.send(request, response, exchange, answer, Sender.NOTHING);
        }
    }

    private Answer told(Request request, Exchange exchange, Fault fault) {
        if (isApi(request)) {
            return fault.problem(exchange.requestId());
        }
        try {
            if (wantsProblem(request)) {
                return fault.saying(pages.words(exchange, fault)).problem(exchange.requestId());
            }
            return fault.status() == 401
                    ? SignInFirst.answer(exchange)
                    : pages.page(exchange, fault).status(fault.status()).headers(fault.headers());
        } catch (RuntimeException e) {
            LOG.error("request {}: the page for {} failed", exchange.requestId(), fault.code(), e);
            return PlainFaultPage.of(fault, exchange.requestId());
        }
    }

    private static boolean wantsProblem(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return isApi(request) || (accept != null && accept.contains("application/problem+json"));
    }

    private static boolean isApi(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return path != null && path.startsWith(Route.API);
    }
}
