package org.clientportal.host.wiring;

import org.jspecify.annotations.Nullable;

/** The host cannot run; the message is one line that says why and what to do. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
