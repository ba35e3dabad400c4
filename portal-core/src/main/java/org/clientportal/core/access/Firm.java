package org.clientportal.core.access;

import org.clientportal.model.client.ClientId;
import org.clientportal.model.staff.ClientAccess;

/**
 * Somebody of the firm (PR-3, PR-6).
 *
 * @param admin whether what is for administrators is open
 * @param access the clients in reach
 */
public record Firm(boolean admin, ClientAccess access) implements Viewer {
    @Override
    public boolean reaches(ClientId client) {
        return access.reaches(client);
    }
}
