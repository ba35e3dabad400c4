package org.clientportal.storage.jdbc;

/** The database's schema, or the role that opens it, does not fit this program; the message says what to do. */
public final class SchemaMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaMismatch(String message) {
        super(message);
    }

    SchemaMismatch(String message, Throwable cause) {
        super(message, cause);
    }
}
