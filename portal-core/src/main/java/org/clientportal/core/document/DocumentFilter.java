package org.clientportal.core.document;

import java.util.Optional;
import java.util.Set;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.PageRequest;

/**
 * Which documents to list (DO-2); what is absent does not restrict.
 *
 * @param clients only of these; empty: of all the contact's businesses
 * @param newOnly only those that count as New for the contact (DO-3)
 * @param firmOnly only those the firm added
 */
public record DocumentFilter(
        Set<ClientId> clients,
        Optional<FolderId> folder,
        Optional<Integer> year,
        Optional<String> search,
        boolean newOnly,
        boolean firmOnly,
        PageRequest page) {
    public DocumentFilter {
        clients = Set.copyOf(clients);
    }

    /** All of one client. */
    public static DocumentFilter of(ClientId client, PageRequest page) {
        return new DocumentFilter(
                Set.of(client), Optional.empty(), Optional.empty(), Optional.empty(), false, false, page);
    }

    /** All there is. */
    public static DocumentFilter all(PageRequest page) {
        return new DocumentFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, page);
    }
}
