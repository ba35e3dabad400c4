package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.ReadView;

/** Finds the people behind addresses and says which of them may sign in (SI-15). */
final class People {
    private People() {}

    /** Whoever has this address, allowed in or not. */
    static Optional<Principal> holder(ReadView view, Side side, EmailAddress email) {
        return side == Side.STAFF
                ? view.staff().findByEmail(email).map(member -> Principal.of(member.id()))
                : view.contacts().findByEmail(email).map(contact -> Principal.of(contact.id()));
    }

    /** The person, if allowed in as this unit sees it. */
    static Optional<Entrant> entrant(Reading reading, Principal person) {
        Optional<Entrant> staff =
                person.staff().flatMap(id -> reading.view().staff().find(id)).flatMap(People::staff);
        return staff.or(() -> person.contact()
                .flatMap(id -> reading.view().contacts().find(id))
                .flatMap(contact -> contact(reading, reading.practice(), contact)));
    }

    /** The person, if allowed in, and nobody else changes or signs in this person until the unit ends. */
    static Optional<Entrant> locked(Writing writing, Principal person) {
        Optional<StaffId> staff = person.staff();
        if (staff.isPresent()) {
            return staff(writing.unit().staff().lock(staff.get()));
        }
        // The practice before the person: one order of locks everywhere.
        Practice practice = writing.practice();
        Contact contact = writing.unit().contacts().lock(person.contact().orElseThrow());
        return contact(writing, practice, contact);
    }

    private static Optional<Entrant> staff(StaffMember member) {
        return Optional.of(member)
                .filter(StaffMember::active)
                .map(m -> new Entrant(Principal.of(m.id()), Optional.of(m.email()), Optional.empty()));
    }

    private static Optional<Entrant> contact(Reading reading, Practice practice, Contact contact) {
        boolean opens = contact.isLiving()
                && contact.access().opens(practice.settings().admission(), reading.now())
                && Reach.grants(reading, contact.id()).stream().anyMatch(Grant::isEffective);
        return opens
                ? Optional.of(new Entrant(Principal.of(contact.id()), contact.email(), Optional.of(contact)))
                : Optional.empty();
    }
}
