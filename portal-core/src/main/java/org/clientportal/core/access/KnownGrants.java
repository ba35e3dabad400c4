package org.clientportal.core.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.jspecify.annotations.Nullable;

/**
 * A contact's effective grants, read all at once. A decision searches the client in an array and allocates nothing: what a
 * grant shows of a kind is made when it is first asked for. Belongs to one unit of work.
 */
final class KnownGrants {
    private final ContactId viewer;
    private final List<Grant> grants;
    /** Two for each grant, in their order. */
    private final long[] clients;

    /** What each shows of the kind that was asked for last; a unit of work mostly asks for one. */
    private @Nullable Visibility[] shown = {};

    private @Nullable ResourceKind kindShown;

    KnownGrants(ContactId viewer, List<Grant> all) {
        this.viewer = viewer;
        this.grants = all.stream().filter(Grant::isEffective).toList();
        this.clients = new long[2 * grants.size()];
        for (int i = 0; i < grants.size(); i++) {
            UUID client = grants.get(i).client().id().value();
            clients[2 * i] = client.getMostSignificantBits();
            clients[2 * i + 1] = client.getLeastSignificantBits();
        }
    }

    Optional<Grant> at(ClientId client) {
        int index = indexOf(client);
        return index < 0 ? Optional.empty() : Optional.of(grants.get(index));
    }

    Visibility visibility(ClientId client, ResourceKind kind) {
        int index = indexOf(client);
        if (index < 0) {
            return Visibility.NONE;
        }
        if (kind != kindShown) {
            shown = new Visibility[grants.size()];
            kindShown = kind;
        }
        Visibility known = shown[index];
        if (known == null) {
            known = AccessTable.visibility(
                    viewer, grants.get(index).assignment().permissions(), kind);
            shown[index] = known;
        }
        return known;
    }

    private int indexOf(ClientId client) {
        long most = client.value().getMostSignificantBits();
        long least = client.value().getLeastSignificantBits();
        for (int i = 0; i < clients.length; i += 2) {
            if (clients[i + 1] == least && clients[i] == most) {
                return i / 2;
            }
        }
        return -1;
    }
}
