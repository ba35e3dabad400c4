package org.clientportal.core.error;

/** A stable, lower-case code that callers may rely on for ever. Open: other modules add their own. */
public interface ErrorCode {
    String code();
}
