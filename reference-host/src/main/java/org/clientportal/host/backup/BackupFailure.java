package org.clientportal.host.backup;

import org.jspecify.annotations.Nullable;

/** A backup or restore cannot go on; the message is one line that says why and what to do. */
public final class BackupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFailure(String message) {
        this(message, null);
    }

    BackupFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
