package org.clientportal.storage.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AssignmentStore;
import org.clientportal.storage.UniqueKey;

final class MemoryAssignments extends MemoryRecords<AssignmentId, Assignment> implements AssignmentStore {
    static final Table<AssignmentId, Assignment> TABLE = Table.of("assignment", Assignment::id)
            .unique(
                    UniqueKey.MAIN_CONTACT,
                    assignment -> Optional.of(assignment.id().client()).filter(client -> assignment.main()))
            .refersTo(MemoryContacts.TABLE, assignment -> Set.of(assignment.id().contact()))
            .refersTo(MemoryClients.TABLE, assignment -> Set.of(assignment.id().client()));

    private static final Comparator<Assignment> MAIN_THEN_OLDEST = Comparator.comparing(Assignment::main)
            .reversed()
            .thenComparing(Assignment::createdAt)
            .thenComparing(assignment -> assignment.id().contact().toString());

    private static final Order<Grant, String> BY_CLIENT = Order.byName(
            grant -> grant.client().sortKey(), grant -> grant.client().id());

    private final MemoryClients clients;

    MemoryAssignments(Transaction transaction, PracticeId practice, MemoryClients clients) {
        super(new Rows<>(transaction, practice, TABLE), true);
        this.clients = clients;
    }

    @Override
    public List<Assignment> ofClient(ClientId client) {
        return rows.all()
                .filter(assignment -> assignment.id().client().equals(client))
                .sorted(MAIN_THEN_OLDEST)
                .toList();
    }

    @Override
    public Map<ContactId, List<Grant>> grantsOf(Set<ContactId> contacts) {
        Map<ContactId, List<Grant>> grants = rows.all()
                .filter(assignment -> contacts.contains(assignment.id().contact()))
                .map(assignment ->
                        new Grant(clients.rows.require(assignment.id().client()), assignment))
                .collect(Collectors.groupingBy(grant -> grant.assignment().id().contact()));
        grants.replaceAll((contact, unordered) -> BY_CLIENT.all(unordered.stream()));
        return grants;
    }

    @Override
    public void delete(AssignmentId id) {
        rows.delete(id);
    }
}
