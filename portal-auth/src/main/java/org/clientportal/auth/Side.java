package org.clientportal.auth;

import org.clientportal.model.Principal;

/** The two sides of the portal. Sessions and secrets of one never stand in for those of the other (SI-11, CC-16). */
public enum Side {
    /** People of the clients. */
    CONTACT,
    /** People of the firm. */
    STAFF;

    /** The side a person signs in on. */
    public static Side of(Principal person) {
        return person.kind() == Principal.Kind.STAFF ? STAFF : CONTACT;
    }
}
