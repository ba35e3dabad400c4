package org.clientportal.model.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;
import org.clientportal.model.client.ClientId;

/**
 * One thing that happened (AU-1). It holds ids, never a name, email, phone, text or secret, so that erasing a person
 * leaves it as it is.
 *
 * @param action a stable code, such as {@code document_downloaded}
 * @param onBehalfOf the person seen as, when staff look through a contact's eyes
 * @param object what it was done to, such as {@code document}, with its id in {@code objectId}
 * @param network the address the request came from
 * @param details further ids and codes, by name
 */
public record AuditRecord(
        AuditId id,
        Instant at,
        String action,
        Principal actor,
        Optional<Principal> onBehalfOf,
        Optional<ClientId> client,
        String object,
        String objectId,
        Optional<String> network,
        Map<String, String> details) {
    public AuditRecord {
        Require.micros("at", at);
        action = Require.line("action", action, 60);
        object = Require.line("object", object, 30);
        objectId = Require.line("objectId", objectId, 200);
        details = Map.copyOf(details);
    }
}
