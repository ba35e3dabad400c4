package org.clientportal.host.web.page;

import java.util.Optional;
import java.util.function.Function;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Exchange;
import org.clientportal.model.InvalidValue;

/** The ids in a page's address. A malformed one names nothing, so it is answered like any other that does not exist. */
public final class Asked {
    private Asked() {}

    /**
     * The id in the path.
     *
     * @throws org.clientportal.core.error.PortalException.NotFound if it is malformed
     */
    public static <T> T path(Exchange exchange, String name, Function<String, T> reader) {
        try {
            return exchange.path(name, reader);
        } catch (InvalidValue malformed) {
            throw (RuntimeException) Refusals.notFound().initCause(malformed);
        }
    }

    /**
     * An id among the parameters.
     *
     * @throws org.clientportal.core.error.PortalException.NotFound if it is malformed
     */
    public static <T> Optional<T> query(Exchange exchange, String name, Function<String, T> reader) {
        try {
            return exchange.query().value(name, reader);
        } catch (InvalidValue malformed) {
            throw (RuntimeException) Refusals.notFound().initCause(malformed);
        }
    }
}
