package org.clientportal.core.contact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Relationship;

/** Relates contacts to clients, with permissions for each pair (CC-7, CC-15, DE-1). Thread-safe. */
public final class Assignments {
    private final Units units;

    public Assignments(Units units) {
        this.units = units;
    }

    /**
     * Sets permissions and label on a client's Contacts tab (CC-15); in force for every request that begins after (PM-8).
     *
     * @param version the version the assignment was read at; absent: whatever it is
     */
    public Assignment setTerms(Actor actor, AssignmentId id, Terms terms, Optional<Long> version) {
        return units.write(actor, work -> {
            work.reached(id.client());
            Assignment assignment = work.unit().assignments().lock(id);
            Refusals.unlessAt(assignment, version);
            return change(work, assignment, terms);
        });
    }

    /** Makes this contact the client's main one, instead of whoever was (CC-10). */
    public Assignment makeMain(Actor actor, AssignmentId id) {
        return units.write(actor, work -> {
            // One at a time for a client: there is one main contact.
            work.locked(id.client());
            work.unit().assignments().ofClient(id.client()).stream()
                    .filter(a -> a.main() && !a.id().equals(id))
                    .map(a -> work.unit().assignments().lock(a.id()))
                    .forEach(a -> work.unit().assignments().update(a.withMain(false)));
            Assignment assignment = work.unit().assignments().lock(id);
            work.happened(event(id, EventType.PERMISSIONS_CHANGED).with("main", true));
            return work.unit().assignments().update(assignment.withMain(true));
        });
    }

    /**
     * Sets the whole set of a contact's clients at once, with terms for each (All Contacts, ADMIN, CC-7). Clients that were
     * deleted keep their relation, for the day they are restored.
     *
     * @throws PortalException.Invalid {@code client_required} for the empty set
     */
    public List<Grant> setClients(Actor actor, ContactId contact, Map<ClientId, Terms> clients) {
        return units.write(actor, work -> {
            work.admin();
            requireClients(clients.keySet());
            living(work, contact);
            List<Grant> before = grants(work, contact);
            for (Grant grant : before) {
                AssignmentId id = grant.assignment().id();
                Terms terms = clients.get(id.client());
                if (terms != null) {
                    change(work, work.unit().assignments().lock(id), terms);
                } else if (grant.client().isLiving()) {
                    remove(work, id);
                }
            }
            Set<ClientId> had =
                    Set.copyOf(before.stream().map(g -> g.client().id()).toList());
            Map<ClientId, Terms> added = new HashMap<>(clients);
            added.keySet().removeAll(had);
            assign(work, contact, added);
            return grants(work, contact);
        });
    }

    /**
     * Ends the relation (DE-1): access to that client ends at once, and nobody on the client's side is told. What the person
     * wrote and uploaded there stays. If it was the last relation, the person is deleted (DE-2).
     */
    public void unassign(Actor actor, AssignmentId id) {
        units.write(actor, work -> {
            work.reached(id.client());
            // Before the person, as everywhere: this may be the last relation.
            work.unit().practices().lock(work.actor().practice());
            living(work, id.contact());
            remove(work, id);
            if (grants(work, id.contact()).isEmpty()) {
                Deletion.erase(work, id.contact());
            }
            return true;
        });
    }

    /** To clients that the actor reaches; in one order everywhere, so that two units do not wait for each other. */
    static void assign(Writing work, ContactId contact, Map<ClientId, Terms> clients) {
        clients.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ClientId::toString)))
                .forEach(entry -> assign(work, new AssignmentId(contact, entry.getKey()), entry.getValue()));
    }

    private static void assign(Writing work, AssignmentId id, Terms terms) {
        work.reached(id.client());
        work.unit()
                .assignments()
                .insert(new Assignment(id, terms.permissions(), terms.relationship(), false, false, work.now(), 0));
        work.happened(event(id, EventType.CONTACT_ASSIGNED).with("permissions", named(terms)));
    }

    static void remove(Writing work, AssignmentId id) {
        work.unit().assignments().delete(id);
        work.happened(event(id, EventType.CONTACT_UNASSIGNED));
    }

    static List<Grant> grants(Writing work, ContactId contact) {
        return work.unit().assignments().grantsOf(Set.of(contact)).getOrDefault(contact, List.of());
    }

    static void requireClients(Set<ClientId> clients) {
        if (clients.isEmpty()) {
            throw new PortalException.Invalid(
                    CoreError.CLIENT_REQUIRED,
                    "A contact needs at least one client.",
                    Optional.of("clients"),
                    Map.of());
        }
    }

    /** The living contact, kept from changing until the unit ends. */
    static Contact living(Writing work, ContactId id) {
        Contact contact = work.unit().contacts().lock(id);
        if (!contact.isLiving()) {
            throw Refusals.notFound();
        }
        return contact;
    }

    private static Assignment change(Writing work, Assignment assignment, Terms terms) {
        Relationship label = terms.relationship();
        if (assignment.permissions().equals(terms.permissions()) && assignment.relationship() == label) {
            return assignment;
        }
        work.happened(event(assignment.id(), EventType.PERMISSIONS_CHANGED).with("permissions", named(terms)));
        return work.unit().assignments().update(assignment.changed(terms.permissions(), label));
    }

    private static PortalEvent event(AssignmentId id, EventType type) {
        return PortalEvent.at(id.client(), type, id.contact());
    }

    private static String named(Terms terms) {
        return terms.permissions().stream().map(Enum::name).sorted().toList().toString();
    }
}
