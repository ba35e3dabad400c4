package org.clientportal.benchmarks.access;

import java.util.List;
import java.util.UUID;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;

/** The same decision as bare as it gets: the client is searched in an array, and a bit tells. */
final class ArraySearch {
    private static final int ADMIN = 1;
    private static final int FILES = 2;
    private static final int TAX = 4;

    private final ContactId contact;
    private final long[] clients;
    private final int[] permissions;

    ArraySearch(ContactId contact, List<Grant> grants) {
        this.contact = contact;
        clients = new long[2 * grants.size()];
        permissions = new int[grants.size()];
        for (int i = 0; i < grants.size(); i++) {
            UUID client = grants.get(i).client().id().value();
            clients[2 * i] = client.getMostSignificantBits();
            clients[2 * i + 1] = client.getLeastSignificantBits();
            for (Permission permission : grants.get(i).assignment().permissions()) {
                permissions[i] |= bit(permission);
            }
        }
    }

    private static int bit(Permission permission) {
        return switch (permission) {
            case CLIENT_ADMIN -> ADMIN;
            case FILES -> FILES;
            case TAX -> TAX;
            case FINANCIAL -> 0;
        };
    }

    boolean sees(ClientId client, Traits document) {
        long most = client.value().getMostSignificantBits();
        long least = client.value().getLeastSignificantBits();
        for (int i = 0; i < permissions.length; i++) {
            if (clients[2 * i] == most && clients[2 * i + 1] == least) {
                int needed = ADMIN | (document.folder().orElseThrow() == FolderKind.ORDINARY ? FILES : TAX);
                return document.released()
                        && ((permissions[i] & needed) != 0
                                || (document.author().isPresent()
                                        && document.author().get().equals(contact)));
            }
        }
        return false;
    }
}
