package org.clientportal.storage;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.FolderId;

/**
 * Which documents to list.
 *
 * @param within the clients to look in, and what is admitted in each
 * @param trash those in the trash instead of the others
 * @param folder only those in this folder
 * @param year only those of this year
 * @param search part of a name, compared folded
 * @param firm only those that the firm added
 * @param viewer the contact whose downloads are told; absent: none is told as downloaded
 * @param newAt only those that count as New for {@code viewer} at this instant: until {@code newUntil}, inclusive, and
 *     not downloaded (DO-3)
 */
public record DocumentQuery(
        Map<ClientId, Visibility> within,
        boolean trash,
        Optional<FolderId> folder,
        Optional<Integer> year,
        Optional<String> search,
        boolean firm,
        Optional<ContactId> viewer,
        Optional<Instant> newAt,
        PageRequest page) {
    public DocumentQuery {
        within = Map.copyOf(within);
        search = search.map(String::strip).filter(s -> !s.isEmpty()).map(SortKey::of);
        if (newAt.isPresent() && viewer.isEmpty()) {
            throw new IllegalArgumentException("newAt asks whose downloads count: give a viewer");
        }
    }
}
