package org.clientportal.core.error;

import java.util.Map;
import java.util.Optional;

/**
 * A refusal: nothing was changed. The kinds are closed, the codes open. Messages are for people and hold nothing
 * internal.
 */
public abstract sealed class PortalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Optional<String> field;
    private final transient Map<String, String> details;

    private PortalException(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
        super(message);
        this.code = code;
        this.field = field;
        this.details = Map.copyOf(details);
    }

    public ErrorCode code() {
        return code;
    }

    /** The field to blame, as a path such as {@code clients[0].permissions}. */
    public Optional<String> field() {
        return field;
    }

    /** What else the caller may know, by name; {@code reason} tells refusals of one code apart, as stably as the code. */
    public Map<String, String> details() {
        return details;
    }

    /** The sentence for people. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** A value was refused (422). */
    public static final class Invalid extends PortalException {
        private static final long serialVersionUID = 1L;

        public Invalid(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Invalid(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** Nobody is signed in (401). */
    public static final class Unauthenticated extends PortalException {
        private static final long serialVersionUID = 1L;

        public Unauthenticated(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Unauthenticated(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** Known, and not allowed (403). */
    public static final class Forbidden extends PortalException {
        private static final long serialVersionUID = 1L;

        public Forbidden(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Forbidden(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** Not there, or not for this actor: told alike (404, PM-9). */
    public static final class NotFound extends PortalException {
        private static final long serialVersionUID = 1L;

        public NotFound(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public NotFound(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** The state of things is against it (409). */
    public static final class Conflict extends PortalException {
        private static final long serialVersionUID = 1L;

        public Conflict(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Conflict(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** Changed since it was read (412). */
    public static final class Stale extends PortalException {
        private static final long serialVersionUID = 1L;

        public Stale(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Stale(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** Too often (429). */
    public static final class Throttled extends PortalException {
        private static final long serialVersionUID = 1L;

        public Throttled(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Throttled(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }

    /** Something the portal needs is out of reach (503). */
    public static final class Unavailable extends PortalException {
        private static final long serialVersionUID = 1L;

        public Unavailable(ErrorCode code, String message) {
            this(code, message, Optional.empty(), Map.of());
        }

        public Unavailable(ErrorCode code, String message, Optional<String> field, Map<String, String> details) {
            super(code, message, field, details);
        }
    }
}
