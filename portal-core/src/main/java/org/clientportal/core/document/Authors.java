package org.clientportal.core.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.access.Person;
import org.clientportal.core.access.Viewer;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;

/** Names authors for one viewer, with at most three statements for a whole page: one where only the firm and it are. */
final class Authors {
    /** An author at a client: the same person may be known at one and unknown at another (DE-1). */
    record Key(ClientId client, Principal principal) {}

    private final Viewer viewer;
    private final Map<ContactId, Contact> contacts;
    private final Map<StaffId, StaffMember> staff;
    private final Set<AssignmentId> related;

    private Authors(
            Viewer viewer,
            Map<ContactId, Contact> contacts,
            Map<StaffId, StaffMember> staff,
            Set<AssignmentId> related) {
        this.viewer = viewer;
        this.contacts = contacts;
        this.staff = staff;
        this.related = related;
    }

    static Authors of(Reading work, Set<Key> keys) {
        Set<ContactId> contacts = new HashSet<>();
        Set<StaffId> staff = new HashSet<>();
        Set<AssignmentId> assignments = new HashSet<>();
        boolean firm = work.viewer() instanceof Firm;
        Map<ContactId, Contact> known = new HashMap<>();
        if (work.actor() instanceof Actor.Contact self) {
            self.known().ifPresent(who -> known.put(self.id(), who.contact()));
        }
        for (Key key : keys) {
            key.principal().staff().ifPresent(staff::add);
            key.principal().contact().filter(id -> !known.containsKey(id)).ifPresent(id -> {
                contacts.add(id);
                assignments.add(new AssignmentId(id, key.client()));
            });
        }
        if (!contacts.isEmpty()) {
            known.putAll(work.view().contacts().findAll(contacts));
        }
        return new Authors(
                work.viewer(),
                known,
                staff.isEmpty() ? new HashMap<>() : work.view().staff().findAll(staff),
                firm || assignments.isEmpty()
                        ? Set.of()
                        : work.view().assignments().findAll(assignments).keySet());
    }

    Author name(Key key) {
        Optional<ContactId> contact = key.principal().contact();
        if (contact.isPresent()) {
            return contact(contact.get(), key.client());
        }
        Optional<String> name = key.principal().staff().map(staff::get).map(StaffMember::name);
        return new Author(Author.Kind.FIRM, name, Optional.empty());
    }

    private Author contact(ContactId id, ClientId client) {
        boolean firm = viewer instanceof Firm;
        if (viewer instanceof Person person && person.id().equals(id)) {
            return new Author(Author.Kind.SELF, name(id), Optional.empty());
        }
        if (name(id).isPresent() && (firm || related.contains(new AssignmentId(id, client)))) {
            return new Author(Author.Kind.CONTACT, name(id), Optional.empty());
        }
        Optional<Integer> pseudonym =
                firm ? Optional.ofNullable(contacts.get(id)).flatMap(Contact::pseudonym) : Optional.empty();
        return new Author(Author.Kind.UNKNOWN, Optional.empty(), pseudonym);
    }

    private Optional<String> name(ContactId id) {
        return Optional.ofNullable(contacts.get(id)).flatMap(Contact::name);
    }
}
