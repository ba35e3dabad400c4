package org.clientportal.storage.jdbc;

/** Rows cannot be put back here; the message says why. */
public final class RestoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestoreRefused(String message) {
        super(message);
    }
}
