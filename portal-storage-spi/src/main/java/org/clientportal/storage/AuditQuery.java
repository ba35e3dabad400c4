package org.clientportal.storage;

import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;

/**
 * Which audit entries to list; what is absent does not restrict.
 *
 * @param actor who did it
 * @param objectId what it was done to
 */
public record AuditQuery(
        Optional<ClientId> client,
        Optional<Principal> actor,
        Optional<String> action,
        Optional<String> objectId,
        PageRequest page) {}
