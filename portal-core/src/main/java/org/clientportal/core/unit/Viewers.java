package org.clientportal.core.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.access.Person;
import org.clientportal.core.access.Viewer;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.ReadView;

/**
 * Finds what an actor may, in the unit that uses it. In a writing unit every look-up holds its row until the end, so that a
 * revocation either waits or is seen (PM-8, P16).
 */
final class Viewers {
    private Viewers() {}

    /** @param writing whether the unit writes: then nothing is taken from what the actor came with */
    static Viewer of(Actor actor, ReadView view, boolean writing) {
        if (actor instanceof Actor.Staff staff) {
            StaffMember member =
                    view.staff().find(staff.id()).filter(StaffMember::active).orElseThrow(Viewers::nobody);
            return new Firm(member.isAdmin(), member.access());
        }
        if (actor instanceof Actor.Contact contact) {
            return person(contact, view, writing);
        }
        if (actor instanceof Actor.Service service) {
            return new Firm(service.role() == StaffRole.ADMIN, service.access());
        }
        return new Firm(true, ClientAccess.ALL);
    }

    private static Person person(Actor.Contact actor, ReadView view, boolean writing) {
        if (writing) {
            living(actor, view);
            // Looked up client by client, as the use case asks, and once: each stays locked until the unit ends.
            Map<ClientId, Optional<Grant>> looked = new HashMap<>();
            return new Person(
                    actor.id(),
                    client -> looked.computeIfAbsent(client, id -> locked(actor, id, view)),
                    () -> all(actor, view));
        }
        List<Grant> grants = actor.known().map(Actor.Known::grants).orElseGet(() -> {
            living(actor, view);
            return all(actor, view);
        });
        return new Person(actor.id(), grants);
    }

    private static void living(Actor.Contact actor, ReadView view) {
        boolean living =
                view.contacts().find(actor.id()).filter(Contact::mayAct).isPresent();
        if (!living) {
            throw nobody();
        }
    }

    private static Optional<Grant> locked(Actor.Contact actor, ClientId client, ReadView view) {
        // The client before the assignment: one order of locks everywhere.
        return view.clients()
                .find(client)
                .flatMap(found -> view.assignments()
                        .find(new AssignmentId(actor.id(), client))
                        .map(assignment -> new Grant(found, assignment)))
                .filter(Grant::isEffective);
    }

    private static List<Grant> all(Actor.Contact actor, ReadView view) {
        return view.assignments().grantsOf(Set.of(actor.id())).getOrDefault(actor.id(), List.of());
    }

    private static PortalException nobody() {
        return new PortalException.Unauthenticated(CoreError.SIGN_IN_REQUIRED, "Please sign in.");
    }
}
