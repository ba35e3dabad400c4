package org.clientportal.core.error;

/** The codes of the core's refusals. */
public enum CoreError implements ErrorCode {
    /** A value is malformed; the field says which. */
    INVALID("invalid"),
    /** The actor is nobody, or has no access any more. */
    SIGN_IN_REQUIRED("sign_in_required"),
    /** There is no such thing, or it is not the actor's to see (PM-9). */
    NOT_FOUND("not_found"),
    /** A contact asked for what only the firm does. */
    STAFF_ONLY("staff_only"),
    /** A member asked for what only an administrator does (PR-6). */
    ADMIN_ONLY("admin_only"),
    /** The thing may be seen, and this may not be done with it. */
    NOT_ALLOWED("not_allowed"),
    /** Somebody else changed it since it was read. */
    CHANGED_MEANWHILE("changed_meanwhile"),
    /** A living contact has this email (CC-6); {@code reason} says what to do about it. */
    CONTACT_EXISTS("contact_exists"),
    /** A contact needs at least one client (CC-7). */
    CLIENT_REQUIRED("client_required"),
    /** A staff member has this email. */
    STAFF_EXISTS("staff_exists"),
    /** The last active administrator stays one (PR-5). */
    LAST_ADMIN("last_admin"),
    /** A practice has this slug or host name. */
    PRACTICE_EXISTS("practice_exists"),
    /** Another record has this external id. */
    EXTERNAL_ID_TAKEN("external_id_taken"),
    /** The client has a folder of this name. */
    FOLDER_EXISTS("folder_exists"),
    /** It is already there. */
    ALREADY_EXISTS("already_exists"),
    /** The step cannot be taken from this state; {@code reason} says why. */
    BAD_STATE("bad_state"),
    /** The file is part of the firm's records by now (DO-4). */
    PART_OF_RECORDS("part_of_records"),
    /** A legal hold keeps it (DO-5). */
    ON_LEGAL_HOLD("on_legal_hold"),
    /** The file is larger than the practice takes (DO-6). */
    UPLOAD_TOO_LARGE("upload_too_large"),
    /** The upload broke off; nothing was kept (DO-6). */
    UPLOAD_INCOMPLETE("upload_incomplete"),
    /** The bytes cannot be stored or read right now. */
    CONTENT_UNAVAILABLE("content_unavailable"),
    /** Too many changes at once; trying again helps. */
    BUSY("busy"),
    /** The connection broke while saving; look before you repeat. */
    OUTCOME_UNKNOWN("outcome_unknown"),
    /** The database cannot be reached right now. */
    STORAGE_UNAVAILABLE("storage_unavailable");

    private final String code;

    CoreError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
