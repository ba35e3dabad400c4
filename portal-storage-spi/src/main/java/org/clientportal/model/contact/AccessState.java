package org.clientportal.model.contact;

/** Where a contact stands on its way into the portal. */
public enum AccessState {
    NOT_INVITED,
    INVITED,
    /** An invitation that ran out; never stored, always read from the clock. */
    EXPIRED,
    ACTIVE,
    REVOKED
}
