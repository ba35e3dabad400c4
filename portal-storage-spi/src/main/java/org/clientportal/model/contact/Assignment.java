package org.clientportal.model.contact;

import java.time.Instant;
import java.util.Set;
import org.clientportal.model.Require;
import org.clientportal.model.Versioned;

/**
 * The relation of a contact to a client, with the permissions there (CC-1, CC-10, PM-8).
 *
 * @param permissions none at all is base access (PM-6)
 * @param main whether this is the client's main contact; at most one is
 * @param suspended whether access to this client is taken away without ending the relation (DE-6)
 */
public record Assignment(
        AssignmentId id,
        Set<Permission> permissions,
        Relationship relationship,
        boolean main,
        boolean suspended,
        Instant createdAt,
        long version)
        implements Versioned<Assignment> {
    public Assignment {
        permissions = Set.copyOf(permissions);
        Require.micros("createdAt", createdAt);
    }

    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }

    /** This assignment with other permissions and label (CC-15). */
    public Assignment changed(Set<Permission> newPermissions, Relationship newRelationship) {
        return new Assignment(id, newPermissions, newRelationship, main, suspended, createdAt, version);
    }

    public Assignment withMain(boolean nowMain) {
        return new Assignment(id, permissions, relationship, nowMain, suspended, createdAt, version);
    }

    public Assignment withSuspended(boolean nowSuspended) {
        return new Assignment(id, permissions, relationship, main, nowSuspended, createdAt, version);
    }

    @Override
    public Assignment withVersion(long next) {
        return new Assignment(id, permissions, relationship, main, suspended, createdAt, next);
    }
}
