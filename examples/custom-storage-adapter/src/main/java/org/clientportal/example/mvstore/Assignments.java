package org.clientportal.example.mvstore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.storage.AssignmentStore;
import org.clientportal.storage.UniqueKey;

/** Assignments: from a contact to its clients, and from a client to its contacts. */
final class Assignments extends Records<AssignmentId, Assignment> implements AssignmentStore {
    static final Kind<Assignment> KIND = Kind.of("assignment", Assignment.class, assignment -> text(assignment.id()))
            .unique(
                    UniqueKey.MAIN_CONTACT,
                    assignment -> assignment.main()
                            ? Optional.of(assignment.id().client().toString())
                            : Optional.empty())
            .order("contact", assignment -> List.of(assignment.id().contact().toString()))
            .order(
                    "client",
                    assignment -> List.of(
                            assignment.id().client().toString(),
                            assignment.main() ? "0" : "1",
                            Key.time(assignment.createdAt())));

    private static final Comparator<Grant> BY_CLIENT_NAME = Comparator.comparing(
                    (Grant grant) -> Key.of(List.of(grant.client().sortKey())), Arrays::compareUnsigned)
            .thenComparing(grant -> grant.client().id().toString());

    Assignments(Unit unit) {
        super(unit, unit.table(KIND), Assignments::text);
    }

    private static String text(AssignmentId id) {
        return id.contact() + " " + id.client();
    }

    @Override
    AssignmentId idOf(Assignment assignment) {
        return assignment.id();
    }

    @Override
    void requireParents(Assignment assignment) {
        unit.table(Contacts.KIND).requireParent(assignment.id().contact().toString());
        unit.table(Clients.KIND).requireParent(assignment.id().client().toString());
    }

    @Override
    public void delete(AssignmentId id) {
        table.remove(text(id));
    }

    @Override
    public List<Assignment> ofClient(ClientId client) {
        return table.ascending("client", client.toString()).toList();
    }

    @Override
    public Map<ContactId, List<Grant>> grantsOf(Set<ContactId> contacts) {
        Map<ContactId, List<Grant>> grants = new HashMap<>();
        for (ContactId contact : contacts) {
            List<Grant> own = grantsOf(contact);
            if (!own.isEmpty()) {
                grants.put(contact, own);
            }
        }
        return grants;
    }

    List<Grant> grantsOf(ContactId contact) {
        return table.ascending("contact", contact.toString())
                .map(assignment ->
                        new Grant(unit.clients().find(assignment.id().client()).orElseThrow(), assignment))
                .sorted(BY_CLIENT_NAME)
                .toList();
    }
}
