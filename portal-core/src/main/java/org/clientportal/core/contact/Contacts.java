package org.clientportal.core.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.StorageException;

/** Adds and finds contacts (CC-3 to CC-9). Thread-safe. */
public final class Contacts {
    private final Units units;

    public Contacts(Units units) {
        this.units = units;
    }

    /**
     * Adds a person on a client's Contacts tab: to exactly that client, which staff must reach (CC-4, CC-7).
     *
     * @throws PortalException.Conflict {@code contact_exists} for an email that a living contact has (CC-6)
     */
    public Contact addToClient(Actor actor, ClientId client, Contact.Profile profile, Terms terms) {
        AddContact command = AddContact.to(client, profile, terms);
        return againIfRaced(() -> units.write(actor, work -> {
            work.reached(client);
            return add(work, command, Optional.of(client));
        }));
    }

    /**
     * Adds a person in All Contacts (ADMIN); at least one client must be assigned (CC-4).
     *
     * @throws PortalException.Invalid {@code client_required}
     * @throws PortalException.Conflict {@code contact_exists}
     */
    public Contact add(Actor actor, AddContact command) {
        return againIfRaced(() -> units.write(actor, work -> {
            work.admin();
            Assignments.requireClients(command.clients().keySet());
            return add(work, command, Optional.empty());
        }));
    }

    /** One person: any for an administrator, for a member those of the clients in reach. */
    public ContactRow get(Actor actor, ContactId id) {
        return units.read(actor, work -> row(work, id));
    }

    /** One person of an embedder's own id, likewise (PR-7). */
    public ContactRow getByExternalId(Actor actor, String externalId) {
        return units.read(actor, work -> {
            work.firm();
            return row(
                    work,
                    work.view()
                            .contacts()
                            .findByExternalId(externalId)
                            .map(Contact::id)
                            .orElseThrow(Refusals::notFound));
        });
    }

    /** The contact that acts, itself. */
    public Contact self(Actor actor) {
        return units.read(
                actor,
                work -> work.view()
                        .contacts()
                        .find(work.person().id())
                        .filter(Contact::isLiving)
                        .orElseThrow(Refusals::notFound));
    }

    /** All Contacts (ADMIN): every living contact of the practice with its clients (CC-5). */
    public Page<ContactRow> list(Actor actor, ContactQuery query) {
        return units.read(actor, work -> {
            work.admin();
            Page<Contact> page = work.view().contacts().list(query);
            Set<ContactId> ids =
                    Set.copyOf(page.items().stream().map(Contact::id).toList());
            Map<ContactId, List<Grant>> grants = work.view().assignments().grantsOf(ids);
            return page.map(c -> new ContactRow(c, living(grants.getOrDefault(c.id(), List.of()))));
        });
    }

    /** A client's contacts, the main one first, each with its grant there (CC-5). */
    public List<ContactRow> ofClient(Actor actor, ClientId id) {
        return units.read(actor, work -> {
            Client client = work.reached(id);
            List<Assignment> assignments = work.view().assignments().ofClient(id);
            Map<ContactId, Contact> contacts = work.view()
                    .contacts()
                    .findAll(Set.copyOf(
                            assignments.stream().map(a -> a.id().contact()).toList()));
            return assignments.stream()
                    .flatMap(a -> Optional.ofNullable(contacts.get(a.id().contact())).stream()
                            .map(contact -> new ContactRow(contact, List.of(new Grant(client, a)))))
                    .toList();
        });
    }

    /**
     * Changes name, phone, language and zone, and gives an email to somebody who has none. An administrator also changes the
     * email of somebody who was never invited (PR-6); the links that were mailed to the old one die with it (CC-11).
     *
     * @param version the version it was read at; absent: whatever it is
     * @throws PortalException.Conflict {@code contact_exists}; {@code bad_state} for another email after an invitation
     */
    public Contact change(
            Actor actor, ContactId id, Contact.Profile profile, boolean billable, Optional<Long> version) {
        return againIfRaced(() -> units.write(actor, work -> {
            work.firm();
            // Locked first: the relations that give reach, and the person, stay as they are found.
            Contact contact = work.unit().contacts().lock(id);
            row(work, id);
            Refusals.unlessAt(contact, version);
            if (!profile.email().equals(contact.email())) {
                if (contact.email().isPresent()) {
                    work.admin();
                }
                refuseEmailOnceInvited(contact);
                refuseTaken(work, profile, Optional.empty());
                // What was mailed to the address of before opens nothing any more, whoever holds it.
                work.unit().secrets().revokeAll(Principal.of(id), work.now());
            }
            work.happened(PortalEvent.of(EventType.CONTACT_CHANGED, id));
            return work.unit().contacts().update(contact.changed(profile, billable));
        }));
    }

    private static Contact add(Writing work, AddContact command, Optional<ClientId> tab) {
        refuseTaken(work, command.profile(), tab);
        Contact contact = new Contact(
                new ContactId(work.newId()),
                Optional.of(command.profile()),
                PortalAccess.NONE,
                true,
                command.externalId(),
                work.now(),
                Optional.empty(),
                Optional.empty(),
                0);
        work.unit().contacts().insert(contact);
        work.happened(PortalEvent.of(EventType.CONTACT_ADDED, contact.id()));
        Assignments.assign(work, contact.id(), command.clients());
        return contact;
    }

    /** One row a person, ever (CC-6); what the refusal tells depends on who asks, and on which client's tab. */
    private static void refuseTaken(Writing work, Contact.Profile profile, Optional<ClientId> tab) {
        Optional<Contact> taken = profile.email().flatMap(work.unit().contacts()::findByEmail);
        if (taken.isEmpty()) {
            return;
        }
        ContactId id = taken.get().id();
        boolean here = tab.filter(c ->
                        work.unit().assignments().find(new AssignmentId(id, c)).isPresent())
                .isPresent();
        boolean admin = work.firm().admin();
        if (here) {
            throw exists("on_this_client", "This person is a contact of this client already.", admin, id);
        }
        throw admin
                ? exists(
                        "give_client",
                        "A contact has this email. Give it this client in All Contacts, under Client(s).",
                        true,
                        id)
                : exists(
                        "ask_administrator",
                        "This email is in use. Please ask an administrator to add the person.",
                        false,
                        id);
    }

    private static PortalException exists(String reason, String message, boolean names, ContactId id) {
        Map<String, String> details =
                names ? Map.of("reason", reason, "contactId", id.toString()) : Map.of("reason", reason);
        return new PortalException.Conflict(CoreError.CONTACT_EXISTS, message, Optional.of("email"), details);
    }

    private static void refuseEmailOnceInvited(Contact contact) {
        if (contact.email().isPresent() && !contact.access().equals(PortalAccess.NONE)) {
            throw Refusals.badState("email_fixed", "The email of somebody who was invited cannot be changed here.");
        }
    }

    private static ContactRow row(Reading work, ContactId id) {
        Firm firm = work.firm();
        List<Grant> grants =
                living(work.view().assignments().grantsOf(Set.of(id)).getOrDefault(id, List.of()));
        List<Grant> seen = grants.stream()
                .filter(grant -> firm.reaches(grant.client().id()))
                .toList();
        return work.view()
                .contacts()
                .find(id)
                .filter(Contact::isLiving)
                .filter(contact -> firm.admin() || !seen.isEmpty())
                .map(contact -> new ContactRow(contact, seen))
                .orElseThrow(Refusals::notFound);
    }

    private static List<Grant> living(List<Grant> grants) {
        return grants.stream().filter(grant -> grant.client().isLiving()).toList();
    }

    /** Two who add one email at once: the loser looks again and gets the full answer. */
    private static <T> T againIfRaced(Supplier<T> use) {
        try {
            return use.get();
        } catch (PortalException.Conflict conflict) {
            if (conflict.getCause() instanceof StorageException.UniqueViolation) {
                return use.get();
            }
            throw conflict;
        }
    }
}
