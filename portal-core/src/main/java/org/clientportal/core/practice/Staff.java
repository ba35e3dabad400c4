package org.clientportal.core.practice;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Revocation;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;

/** Keeps the practice's staff (PR-3, PR-5). Thread-safe. */
public final class Staff {
    private final Units units;

    public Staff(Units units) {
        this.units = units;
    }

    /**
     * Adds a member.
     *
     * @throws org.clientportal.core.error.PortalException.NotFound if a named client is not one of the practice's
     * @throws org.clientportal.core.error.PortalException.Conflict {@code staff_exists}
     */
    public StaffMember add(Actor actor, AddStaff command) {
        return units.write(actor, work -> {
            work.admin();
            requireKnown(work, command.access().named());
            StaffMember member = new StaffMember(
                    new StaffId(work.newId()),
                    command.email(),
                    command.name(),
                    command.role(),
                    command.impersonates(),
                    command.access(),
                    true,
                    work.now(),
                    0);
            work.unit().staff().insert(member);
            work.happened(PortalEvent.of(EventType.STAFF_ADDED, member.id()).with("role", member.role()));
            return member;
        });
    }

    /**
     * Changes what a member may. One that is disabled is signed out, and loses its access as a contact too (CC-16).
     *
     * @throws org.clientportal.core.error.PortalException.NotFound if a client that is newly named is not one of the practice's
     * @throws org.clientportal.core.error.PortalException.Conflict {@code last_admin} if no active administrator would be left
     */
    public StaffMember change(Actor actor, ChangeStaff command) {
        return units.write(actor, work -> {
            work.admin();
            // One at a time, so that two administrators cannot demote each other.
            work.unit().practices().lock(actor.practice());
            StaffMember member = work.unit().staff().lock(command.id());
            Refusals.unlessAt(member, command.version());
            Set<ClientId> newlyNamed = new HashSet<>(command.access().named());
            newlyNamed.removeAll(member.access().named());
            requireKnown(work, newlyNamed);
            boolean wasAdmin = member.active() && member.isAdmin();
            StaffMember changed = work.unit()
                    .staff()
                    .update(member.withRole(command.role(), command.impersonates(), command.active())
                            .withAccess(command.access()));
            if (wasAdmin) {
                keepAnAdmin(work);
            }
            if (!changed.active()) {
                work.unit().sessions().endAll(Principal.of(changed.id()), work.now());
                work.unit().secrets().revokeAll(Principal.of(changed.id()), work.now());
            }
            if (member.active() && !changed.active()) {
                revokeAsContact(work, changed.email());
            }
            work.happened(PortalEvent.of(EventType.STAFF_CHANGED, changed.id())
                    .with("role", changed.role())
                    .with("active", changed.active()));
            return changed;
        });
    }

    /** Every member, by name (ADMIN): it tells which clients each has, those out of a member's own reach included (PR-3). */
    public List<StaffMember> list(Actor actor) {
        return units.read(actor, work -> {
            work.admin();
            return work.view().staff().list();
        });
    }

    /** The practice, the member and then the contact: one order of locks everywhere. */
    private static void revokeAsContact(Writing work, EmailAddress email) {
        work.unit()
                .contacts()
                .findByEmail(email)
                .map(found -> work.unit().contacts().lock(found.id()))
                // The address may have moved on to somebody else between the look-up and the lock.
                .filter(contact -> contact.email().equals(Optional.of(email)))
                .ifPresent(contact -> Revocation.revoke(work, contact));
    }

    /** In one order everywhere, so that two units do not wait for each other. */
    private static void requireKnown(Writing work, Set<ClientId> clients) {
        clients.stream().sorted(Comparator.comparing(ClientId::toString)).forEach(work::reached);
    }

    private static void keepAnAdmin(Writing work) {
        boolean left = work.unit().staff().list().stream().anyMatch(m -> m.active() && m.isAdmin());
        if (!left) {
            throw Refusals.conflict(
                    CoreError.LAST_ADMIN, "The last active administrator must stay one. Make somebody else one first.");
        }
    }
}
