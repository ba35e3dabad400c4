package org.clientportal.core.contact;

import java.util.Set;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;

/** On what terms a contact belongs to a client: flags and label. */
public record Terms(Set<Permission> permissions, Relationship relationship) {
    /** No flags: base access (PM-6). */
    public static final Terms BASE = new Terms(Set.of(), Relationship.OTHER);

    public Terms {
        permissions = Set.copyOf(permissions);
    }

    /** These flags, with no particular label. */
    public static Terms of(Permission... permissions) {
        return new Terms(Set.of(permissions), Relationship.OTHER);
    }
}
