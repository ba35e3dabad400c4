package org.clientportal.core.error;

import java.util.Map;
import java.util.Optional;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Versioned;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.UniqueKey;

/** Makes the refusals that many use cases share, so that like is told alike. */
public final class Refusals {
    private Refusals() {}

    /** The one answer for what is not there and for what may not be seen (PM-9). */
    public static PortalException notFound() {
        return new PortalException.NotFound(CoreError.NOT_FOUND, "There is nothing here.");
    }

    public static PortalException conflict(ErrorCode code, String message) {
        return new PortalException.Conflict(code, message);
    }

    /** The step cannot be taken from this state. */
    public static PortalException badState(String reason, String message) {
        return new PortalException.Conflict(CoreError.BAD_STATE, message, Optional.empty(), Map.of("reason", reason));
    }

    /** What was deleted is gone for good after 30 days, or was not deleted. */
    public static PortalException notRestorable() {
        return badState("not_restorable", "Only what was deleted within 30 days can be restored.");
    }

    public static PortalException invalid(InvalidValue value) {
        return new PortalException.Invalid(value::code, value.getMessage() + ".", Optional.of(value.field()), Map.of());
    }

    /** Refuses to go on from a version that is not the stored one. */
    public static void unlessAt(Versioned<?> record, Optional<Long> expected) {
        if (expected.isPresent() && expected.get() != record.version()) {
            throw stale();
        }
    }

    /** What a storage failure means for the caller. */
    public static PortalException of(StorageException failure) {
        if (failure instanceof StorageException.UniqueViolation taken) {
            return taken(taken.key());
        }
        if (failure instanceof StorageException.StaleVersion) {
            return stale();
        }
        if (failure instanceof StorageException.RecordMissing || failure instanceof StorageException.ParentMissing) {
            return notFound();
        }
        if (failure instanceof StorageException.TransientConflict) {
            return new PortalException.Unavailable(CoreError.BUSY, "Too much happens at once. Please try again.");
        }
        if (failure instanceof StorageException.OutcomeUnknown) {
            return new PortalException.Unavailable(
                    CoreError.OUTCOME_UNKNOWN, "The connection broke while saving. Please look before you repeat it.");
        }
        return new PortalException.Unavailable(
                CoreError.STORAGE_UNAVAILABLE, "The portal cannot reach its data right now. Please try again.");
    }

    private static PortalException stale() {
        return new PortalException.Stale(
                CoreError.CHANGED_MEANWHILE, "Somebody else changed this meanwhile. Please look again.");
    }

    private static PortalException taken(UniqueKey key) {
        return switch (key) {
            case FOLDER_NAME -> conflict(CoreError.FOLDER_EXISTS, "There is a folder of this name.", "name");
            case STAFF_EMAIL -> conflict(CoreError.STAFF_EXISTS, "A staff member has this email.", "email");
            case CONTACT_EMAIL -> conflict(CoreError.CONTACT_EXISTS, "A contact has this email.", "email");
            case PRACTICE_SLUG -> conflict(CoreError.PRACTICE_EXISTS, "A practice has this slug.", "slug");
            case PRACTICE_HOST -> conflict(CoreError.PRACTICE_EXISTS, "A practice has this host name.", "origin");
            case CLIENT_EXTERNAL_ID, CONTACT_EXTERNAL_ID, DOCUMENT_EXTERNAL_ID, PRACTICE_EXTERNAL_ID ->
                conflict(CoreError.EXTERNAL_ID_TAKEN, "Another record has this external id.", "externalId");
            default -> conflict(CoreError.ALREADY_EXISTS, "This is already there.");
        };
    }

    private static PortalException conflict(ErrorCode code, String message, String field) {
        return new PortalException.Conflict(code, message, Optional.of(field), Map.of());
    }
}
