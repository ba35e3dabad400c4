package org.clientportal.core.contact;

import java.util.List;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;

/** Deletes people (DE-2). What they wrote and uploaded stays, as from 'Unknown' (DE-3). Thread-safe. */
public final class Deletion {
    private final Units units;

    public Deletion(Units units) {
        this.units = units;
    }

    /**
     * What a deletion will do.
     *
     * @param sessions how many live sessions it ends
     * @param clients to how many clients access ends
     */
    public record Consequences(int sessions, int clients) {}

    /** The dry run (ADMIN): changes nothing. */
    public Consequences preview(Actor actor, ContactId id) {
        return units.read(actor, work -> {
            work.admin();
            if (work.view().contacts().find(id).filter(Contact::isLiving).isEmpty()) {
                throw Refusals.notFound();
            }
            int sessions =
                    work.view().sessions().live(Principal.of(id), work.now()).size();
            List<Grant> grants = work.view().assignments().grantsOf(Set.of(id)).getOrDefault(id, List.of());
            return new Consequences(
                    sessions, (int) grants.stream().filter(Grant::isEffective).count());
        });
    }

    /**
     * Deletes the person (All Contacts, ADMIN): every relation goes, sessions and links die, and name, email and phone are
     * erased; nobody on the client's side is told. The same email later makes a new person (DE-5).
     */
    public Consequences delete(Actor actor, ContactId id) {
        return units.write(actor, work -> {
            work.admin();
            return erase(work, id);
        });
    }

    static Consequences erase(Writing work, ContactId id) {
        // The number is the next one of the practice: one deletion at a time.
        work.unit().practices().lock(work.actor().practice());
        Contact contact = Assignments.living(work, id);
        List<Grant> grants = Assignments.grants(work, id);
        grants.forEach(grant -> Assignments.remove(work, grant.assignment().id()));
        int number = work.unit().contacts().highestPseudonym() + 1;
        work.unit().contacts().update(contact.erased(number, work.now()));
        Principal subject = Principal.of(id);
        int sessions = work.unit().sessions().endAll(subject, work.now());
        work.unit().secrets().revokeAll(subject, work.now());
        work.happened(PortalEvent.of(EventType.CONTACT_DELETED, id));
        return new Consequences(
                sessions, (int) grants.stream().filter(Grant::isEffective).count());
    }
}
