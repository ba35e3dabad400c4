package org.clientportal.core.home;

import java.util.List;
import java.util.Map;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;

/**
 * What a contact sees first (DA-1), of the businesses shown.
 *
 * @param businesses all of the contact's, by name
 * @param newDocuments how many documents count as New, by business (DO-3)
 * @param newest the newest 5 of them
 * @param recentFiles the newest 5 that the firm added
 */
public record HomeView(
        List<Client> businesses,
        Map<ClientId, Integer> newDocuments,
        List<DocumentRow> newest,
        List<DocumentRow> recentFiles) {
    /** How many documents count as New in all that is shown: what the list with the toggle shows. */
    public int newTotal() {
        return newDocuments.values().stream().mapToInt(Integer::intValue).sum();
    }
}
