package org.clientportal.model;

import java.util.Optional;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.staff.StaffId;

/**
 * Who did something, as it is kept: never a name, so that erasing a person leaves it as it is.
 *
 * @param kind what sort of actor
 * @param key a staff member's or contact's id, a service's name, or {@code portal}
 */
public record Principal(Kind kind, String key) {
    /** The sorts of actors. */
    public enum Kind {
        STAFF,
        CONTACT,
        SERVICE,
        SYSTEM
    }

    public Principal {
        key = Require.line("principal", key, 100);
    }

    public static Principal of(StaffId id) {
        return new Principal(Kind.STAFF, id.toString());
    }

    public static Principal of(ContactId id) {
        return new Principal(Kind.CONTACT, id.toString());
    }

    /** An embedder's program, by name. */
    public static Principal service(String name) {
        return new Principal(Kind.SERVICE, name);
    }

    /** The portal's own jobs. */
    public static Principal system() {
        return new Principal(Kind.SYSTEM, "portal");
    }

    public Optional<ContactId> contact() {
        return kind == Kind.CONTACT ? Optional.of(ContactId.of(key)) : Optional.empty();
    }

    public Optional<StaffId> staff() {
        return kind == Kind.STAFF ? Optional.of(StaffId.of(key)) : Optional.empty();
    }

    /** Whether this is somebody of the firm, or a program acting for it. */
    public boolean isFirm() {
        return kind != Kind.CONTACT;
    }
}
