package org.clientportal.auth;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Grant;
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
                .flatMap(contact -> contact(reading, contact)));
    }

    /** The person, if allowed in, and nobody else changes or signs in this person until the unit ends. */
    static Optional<Entrant> locked(Writing writing, Principal person) {
        Optional<StaffId> staff = person.staff();
        if (staff.isPresent()) {
            return staff(writing.unit().staff().lock(staff.get()));
        }
        ContactId contact = person.contact().orElseThrow();
        return contact(writing, writing.unit().contacts().lock(contact));
    }

    private static Optional<Entrant> staff(StaffMember member) {
        return Optional.of(member)
                .filter(StaffMember::active)
                .map(m -> new Entrant(Principal.of(m.id()), Optional.of(m.email()), Optional.empty()));
    }

    private static Optional<Entrant> contact(Reading reading, Contact contact) {
        List<Grant> grants = Reach.grants(reading, contact.id());
        boolean opens = contact.access().opens(reading.practice().settings().admission(), reading.now());
        return Optional.of(contact)
                .filter(c -> c.isLiving() && opens && grants.stream().anyMatch(Grant::isEffective))
                .map(c -> new Entrant(Principal.of(c.id()), c.email(), Optional.of(c)));
    }
}
