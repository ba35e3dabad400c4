package org.clientportal.storage.memory;

import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.WriteUnit;

/** One practice within a transaction; a read unit is one that is never committed. */
record MemoryUnit(
        MemoryPractices practices,
        MemoryStaff staff,
        MemoryClients clients,
        MemoryContacts contacts,
        MemoryAssignments assignments,
        MemoryFolders folders,
        MemoryDocuments documents,
        MemorySessions sessions,
        MemorySecrets secrets,
        MemorySignIns signIns,
        MemoryOutbox outbox,
        MemoryAudit audit,
        MemoryPendingContent pendingContent,
        MemoryAttempts attempts)
        implements WriteUnit {
    static MemoryUnit of(Transaction transaction, PracticeId practice) {
        MemoryStaff staff = new MemoryStaff(transaction, practice);
        MemoryClients clients = new MemoryClients(transaction, practice);
        MemoryContacts contacts = new MemoryContacts(transaction, practice);
        MemoryAssignments assignments = new MemoryAssignments(transaction, practice, clients);
        return new MemoryUnit(
                new MemoryPractices(transaction, practice),
                staff,
                clients,
                contacts,
                assignments,
                new MemoryFolders(transaction, practice),
                new MemoryDocuments(transaction, practice),
                new MemorySessions(transaction, practice, contacts, assignments, staff),
                new MemorySecrets(transaction, practice),
                new MemorySignIns(transaction, practice),
                new MemoryOutbox(transaction, practice),
                new MemoryAudit(transaction, practice),
                new MemoryPendingContent(transaction, practice),
                new MemoryAttempts(transaction, practice));
    }
}
