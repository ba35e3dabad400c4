package org.clientportal.core.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.core.Actor;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;

/** Tells staff who sees a thing, and why or why not (PM-10), with the very decision that guards it. Thread-safe. */
public final class Explain {
    private final Units units;
    private final Policy policy;

    public Explain(Units units, Policy policy) {
        this.units = units;
        this.policy = policy;
    }

    /** Every contact of the document's client, with whether and why; the main contact first. */
    public List<Explanation> whoSees(Actor actor, DocumentId id) {
        return units.read(actor, work -> {
            Document document = document(work, id);
            Client client = work.reached(document.client());
            List<Assignment> assignments = work.view().assignments().ofClient(client.id());
            Map<ContactId, Contact> contacts = work.view()
                    .contacts()
                    .findAll(assignments.stream().map(Explain::contact).collect(Collectors.toSet()));
            return assignments.stream()
                    .map(assignment -> explain(
                            document,
                            Optional.of(new Grant(client, assignment)),
                            contact(assignment),
                            Optional.ofNullable(contacts.get(contact(assignment)))))
                    .sorted(Comparator.comparing(e -> !e.allowed()))
                    .toList();
        });
    }

    /** Whether and why one contact sees a document. */
    public Explanation whether(Actor actor, ContactId contact, DocumentId id) {
        return units.read(actor, work -> {
            Document document = document(work, id);
            Client client = work.reached(document.client());
            Optional<Grant> grant = work.view().assignments().ofClient(client.id()).stream()
                    .filter(assignment -> contact(assignment).equals(contact))
                    .findFirst()
                    .map(assignment -> new Grant(client, assignment));
            return explain(document, grant, contact, work.view().contacts().find(contact));
        });
    }

    private static Document document(Reading work, DocumentId id) {
        work.firm();
        return work.view()
                .documents()
                .find(id)
                .filter(document -> work.firm().reaches(document.client()))
                .orElseThrow(Refusals::notFound);
    }

    private Explanation explain(Document document, Optional<Grant> grant, ContactId contact, Optional<Contact> person) {
        if (grant.isEmpty()) {
            return new Explanation(contact, false, "PM-8", "not_assigned");
        }
        if (person.filter(Contact::mayAct).isEmpty()) {
            return new Explanation(contact, false, "DE-6", "revoked");
        }
        if (!grant.get().isEffective()) {
            return new Explanation(contact, false, "DE-6", "suspended");
        }
        Person viewer = new Person(contact, List.of(grant.get()));
        Traits traits = document.traits();
        boolean allowed =
                policy.of(viewer, document.client(), ResourceKind.DOCUMENT).admits(traits);
        if (!allowed && document.inTrash()) {
            return new Explanation(contact, false, "DO-5", "in_trash");
        }
        if (!allowed && !document.visible()) {
            return new Explanation(contact, false, "DO-1", "hidden");
        }
        Set<AccessRule> granting = AccessTable.rules().stream()
                .filter(rule -> rule.kind() == ResourceKind.DOCUMENT)
                .filter(rule -> rule.holds(grant.get().assignment().permissions()))
                .filter(rule -> rule.sees().by(contact).admits(traits))
                .collect(Collectors.toSet());
        if (allowed) {
            String rule =
                    granting.stream().map(AccessRule::rule).sorted().findFirst().orElse("PM-11");
            return new Explanation(contact, true, rule, "granted");
        }
        if (!granting.isEmpty()) {
            return new Explanation(contact, false, "PM-11", "policy");
        }
        return document.folderKind().isTax()
                ? new Explanation(contact, false, "PM-4", "tax_folder")
                : new Explanation(contact, false, "PM-6", "no_permission");
    }

    private static ContactId contact(Assignment assignment) {
        return assignment.id().contact();
    }
}
