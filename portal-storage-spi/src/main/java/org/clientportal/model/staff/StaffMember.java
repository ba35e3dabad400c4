package org.clientportal.model.staff;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.clientportal.model.Require;
import org.clientportal.model.Versioned;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.EmailAddress;

/**
 * A member of the practice's staff (PR-3). An ADMIN always reaches all clients (PR-6).
 *
 * @param impersonates whether the member has the IMPERSONATE role besides
 * @param active false once the account is disabled
 */
public record StaffMember(
        StaffId id,
        EmailAddress email,
        String name,
        StaffRole role,
        boolean impersonates,
        ClientAccess access,
        boolean active,
        Instant createdAt,
        long version)
        implements Versioned<StaffMember> {
    public StaffMember {
        name = Require.line("name", name, 200);
        access = role == StaffRole.ADMIN ? ClientAccess.ALL : access;
        Require.micros("createdAt", createdAt);
    }

    public boolean isAdmin() {
        return role == StaffRole.ADMIN;
    }

    public boolean reaches(ClientId client) {
        return access.reaches(client);
    }

    /** This member reaching one client more: who creates a client keeps it in view (PR-6). */
    public StaffMember reachingAlso(ClientId client) {
        if (access.all()) {
            return this;
        }
        Set<ClientId> named = new LinkedHashSet<>(access.named());
        named.add(client);
        return withAccess(ClientAccess.only(named));
    }

    public StaffMember withAccess(ClientAccess changed) {
        return new StaffMember(id, email, name, role, impersonates, changed, active, createdAt, version);
    }

    /** This member with another role and state. */
    public StaffMember withRole(StaffRole changed, boolean nowImpersonates, boolean nowActive) {
        return new StaffMember(id, email, name, changed, nowImpersonates, access, nowActive, createdAt, version);
    }

    @Override
    public StaffMember withVersion(long next) {
        return new StaffMember(id, email, name, role, impersonates, access, active, createdAt, next);
    }
}
