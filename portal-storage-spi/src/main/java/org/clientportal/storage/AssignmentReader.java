package org.clientportal.storage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;

/** Looks up which contacts belong to which clients. */
public interface AssignmentReader extends RecordReader<AssignmentId, Assignment> {
    /** A client's assignments, the main contact first, then the oldest, then by the contact's id. */
    List<Assignment> ofClient(ClientId client);

    /**
     * All grants of each of these contacts, by the client's folded name, then its id: also suspended ones and those of deleted
     * clients. Contacts without any are left out.
     */
    Map<ContactId, List<Grant>> grantsOf(Set<ContactId> contacts);
}
