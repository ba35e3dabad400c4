package org.clientportal.auth;

import org.clientportal.core.error.ErrorCode;

/** The codes of refusals in signing in. */
public enum AuthError implements ErrorCode {
    /** Links were asked for too often; {@code retryAfter} says in how many seconds to ask again (SI-10). */
    TOO_MANY_LINKS("too_many_links"),
    /** Too many wrong tries; {@code retryAfter} says in how many seconds to try again (SI-10). */
    TOO_MANY_TRIES("too_many_tries"),
    /** The practice has switched this way of signing in off (SI-1). */
    MEANS_OFF("means_off"),
    /** There never was such a link, or it is forgotten. */
    LINK_UNKNOWN("link_unknown"),
    /** The link was used before (SI-9). */
    LINK_USED("link_used"),
    /** A newer link was sent (SI-3). */
    LINK_REPLACED("link_replaced"),
    /** Access was taken away since it was sent. */
    LINK_REVOKED("link_revoked"),
    /** The link's time is over. */
    LINK_EXPIRED("link_expired"),
    /** This browser did not ask for the link, so the email address is needed too (SI-4). */
    EMAIL_NEEDED("email_needed"),
    /** The link was not sent to this email address (SI-4). */
    WRONG_EMAIL("wrong_email"),
    /** A code has 8 digits. */
    MALFORMED_CODE("malformed_code"),
    /** The code is wrong or no longer valid, or not for this browser; told alike. */
    WRONG_CODE("wrong_code"),
    /** The contact has no email address (IN-5). */
    EMAIL_MISSING("email_missing"),
    /** The contact's access was removed: invite first (IN-9). */
    ACCESS_REVOKED("access_revoked");

    private final String code;

    AuthError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
