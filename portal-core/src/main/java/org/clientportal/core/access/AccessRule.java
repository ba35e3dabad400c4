package org.clientportal.core.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;

/**
 * One row of the access table: whoever has this permission sees this of that kind.
 *
 * @param holder the flag that grants it; absent: every contact of the client
 * @param rule the published rule behind it
 */
public record AccessRule(ResourceKind kind, Optional<Permission> holder, Sees sees, String rule) {
    /** How much of a kind one row shows; never what is hidden, unpublished or a draft. */
    public enum Sees {
        RELEASED,
        ORDINARY_FOLDERS,
        TAX_FOLDERS,
        OWN,
        ADDRESSED,
        ADDRESSED_OR_OPEN;

        private static final Set<FolderKind> TAX = EnumSet.of(FolderKind.TAX_RETURN, FolderKind.ORGANIZER);

        /** As a visibility, for this contact. */
        public Visibility by(ContactId viewer) {
            return switch (this) {
                case RELEASED -> Visibility.RELEASED;
                case ORDINARY_FOLDERS -> Visibility.folders(Set.of(FolderKind.ORDINARY));
                case TAX_FOLDERS -> Visibility.folders(TAX);
                case OWN -> Visibility.own(viewer);
                case ADDRESSED -> Visibility.addressed(viewer, false);
                case ADDRESSED_OR_OPEN -> Visibility.addressed(viewer, true);
            };
        }
    }

    /** Whether somebody with these flags holds it. */
    public boolean holds(Set<Permission> permissions) {
        return holder.isEmpty() || permissions.contains(holder.get());
    }
}
