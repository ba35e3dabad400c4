package org.clientportal.host.web.practice;

import java.util.Set;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.PostedForm;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;

/**
 * A client in a form that chooses several: all of a contact's clients with its terms there (CC-7), or those that a member of
 * the staff reaches (PR-3).
 *
 * @param ticked whether it is chosen
 */
public record ClientRow(Client client, boolean ticked, Set<Permission> permissions, Relationship relationship) {
    /** One that is ticked, without terms. */
    static ClientRow ticked(Client client) {
        return new ClientRow(client, true, Set.of(), Relationship.OTHER);
    }

    static ClientRow of(Grant grant) {
        return new ClientRow(
                grant.client(),
                true,
                grant.assignment().permissions(),
                grant.assignment().relationship());
    }

    static ClientRow offered(Client client) {
        return new ClientRow(client, false, Set.of(), Relationship.OTHER);
    }

    /** As it was posted. */
    static ClientRow of(Client client, PostedForm posted) {
        return new ClientRow(
                client,
                posted.all("client").contains(client.id().toString()),
                Typed.ticked(posted, permissionField(client.id()), Permission.class),
                posted.filled(relationshipField(client.id())).isEmpty()
                        ? Relationship.OTHER
                        : Typed.choice(posted, relationshipField(client.id()), Relationship.class));
    }

    Terms terms() {
        return new Terms(permissions, relationship);
    }

    /** The field of the row's permissions. */
    public String permissionField() {
        return permissionField(client.id());
    }

    /** The field of the row's label. */
    public String relationshipField() {
        return relationshipField(client.id());
    }

    private static String permissionField(ClientId client) {
        return "permission-" + client;
    }

    private static String relationshipField(ClientId client) {
        return "relationship-" + client;
    }
}
