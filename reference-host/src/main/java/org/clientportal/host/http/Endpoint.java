package org.clientportal.host.http;

import java.io.IOException;

/**
 * Answers the requests of one route. Thread-safe; it may block. Whatever it throws becomes a problem or an error page:
 * see {@link Faults}.
 */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Exchange exchange) throws IOException;
}
