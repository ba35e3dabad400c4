package org.clientportal.host.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.model.InvalidValue;
import org.clientportal.storage.StorageException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into what may be told: a cause's text never reaches the wire (P30). */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String OURS =
            "Something went wrong on our side. Please try again, and quote this request's id" + " if it happens again.";

    private Faults() {}

    /** The fault that tells of a failure; what is ours is logged under the request's id. */
    static Fault of(Throwable thrown, String requestId) {
        Fault fault = told(thrown);
        if (fault.isOurs()) {
            LOG.error("request {} failed with {}", requestId, fault.code(), thrown);
        }
        return fault;
    }

    private static Fault told(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal.fault();
        }
        if (thrown instanceof PortalException refused) {
            return of(refused);
        }
        if (thrown instanceof InvalidValue value) {
            return of(Refusals.invalid(value));
        }
        if (thrown instanceof StorageException failure) {
            return of(Refusals.of(failure));
        }
        if (thrown instanceof BodyCut) {
            return Refusal.of(HttpError.UPLOAD_CUT, "The request ended before all of it had come.")
                    .fault();
        }
        if (thrown instanceof HttpException refused && refused.getCode() < 500) {
            return new Fault(
                    refused.getCode(),
                    HttpError.MALFORMED_REQUEST.code(),
                    "The request cannot be understood.",
                    Optional.empty(),
                    Map.of(),
                    Map.of());
        }
        return Refusal.of(HttpError.INTERNAL, OURS).fault();
    }

    private static Fault of(PortalException refused) {
        return new Fault(
                status(refused),
                refused.code().code(),
                refused.words(),
                refused.field(),
                refused.details(),
                headers(refused));
    }

    private static int status(PortalException refused) {
        if (refused instanceof PortalException.Invalid) {
            return 422;
        } else if (refused instanceof PortalException.Unauthenticated) {
            return 401;
        } else if (refused instanceof PortalException.Forbidden) {
            return 403;
        } else if (refused instanceof PortalException.NotFound) {
            return 404;
        } else if (refused instanceof PortalException.Conflict) {
            return 409;
        } else if (refused instanceof PortalException.Stale) {
            return 412;
        } else if (refused instanceof PortalException.Throttled) {
            return 429;
        }
        return 503;
    }

    private static Map<String, String> headers(PortalException refused) {
        if (refused instanceof PortalException.Unauthenticated) {
            return Map.of("WWW-Authenticate", "Bearer");
        }
        String seconds = refused.details().get("retryAfter");
        return seconds == null ? Map.of() : Map.of("Retry-After", seconds);
    }

    /** A body that ended too early, or came too slowly. */
    static final class BodyCut extends IOException {
        private static final long serialVersionUID = 1L;

        BodyCut(Throwable cause) {
            super("the body was cut", cause);
        }

        BodyCut(String why) {
            super(why);
        }
    }
}
