package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.contact.ContactId;

/**
 * What came of inviting one contact; the others of the same run are not touched by it (IN-5).
 *
 * @param refusal absent: invited, and the mail is queued
 */
public record InvitationResult(ContactId contact, Optional<PortalException> refusal) {
    public boolean invited() {
        return refusal.isEmpty();
    }

    /** {@code invited}, or the code of the refusal: {@code email_missing}, {@code bad_state}, {@code not_found}. */
    public String code() {
        return refusal.map(refused -> refused.code().code()).orElse("invited");
    }
}
