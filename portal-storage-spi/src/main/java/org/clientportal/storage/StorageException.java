package org.clientportal.storage;

/**
 * Why a unit of work failed. Whoever catches one inside a unit cannot save the unit: it is dead and rolls back. Messages
 * are for logs and never reach a user.
 */
public abstract sealed class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StorageException(String message) {
        super(message);
    }

    private StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something that can be there only once is already there. */
    public static final class UniqueViolation extends StorageException {
        private static final long serialVersionUID = 1L;
        private final UniqueKey key;

        public UniqueViolation(UniqueKey key) {
            super("taken: " + key);
            this.key = key;
        }

        public UniqueKey key() {
            return key;
        }
    }

    /** The record was changed since it was read. */
    public static final class StaleVersion extends StorageException {
        private static final long serialVersionUID = 1L;

        public StaleVersion(Object id) {
            super("changed meanwhile: " + id);
        }
    }

    /** This practice has no such record. */
    public static final class RecordMissing extends StorageException {
        private static final long serialVersionUID = 1L;

        public RecordMissing(Object id) {
            super("missing: " + id);
        }
    }

    /** A record refers to one that this practice does not have. */
    public static final class ParentMissing extends StorageException {
        private static final long serialVersionUID = 1L;

        public ParentMissing(String what) {
            super("parent missing: " + what);
        }
    }

    /** Lost against another unit; nothing was written, and the same work may succeed if it runs again. */
    public static final class TransientConflict extends StorageException {
        private static final long serialVersionUID = 1L;

        public TransientConflict(String what, Throwable cause) {
            super(what, cause);
        }

        public TransientConflict(String what) {
            super(what);
        }
    }

    /** The connection broke while committing: whether the unit was written cannot be known. Never run again by itself. */
    public static final class OutcomeUnknown extends StorageException {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(Throwable cause) {
            super("outcome unknown", cause);
        }
    }

    /** The storage cannot be reached, is full, or is closed; nothing was written. */
    public static final class StorageUnavailable extends StorageException {
        private static final long serialVersionUID = 1L;

        public StorageUnavailable(String what) {
            super(what);
        }

        public StorageUnavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
