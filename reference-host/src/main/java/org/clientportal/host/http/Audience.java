package org.clientportal.host.http;

/** Who may call a route at all; what they see there is decided by the core. */
public enum Audience {
    /** Anybody, signed in or not. */
    PUBLIC,
    /** A signed-in contact. */
    CONTACT,
    /** A signed-in member of the staff. */
    STAFF,
    /** A signed-in administrator; a member is told {@code admin_only} (PR-6). */
    ADMIN
}
