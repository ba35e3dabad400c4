package org.clientportal.storage;

import java.util.Optional;
import java.util.Set;
import org.clientportal.model.SortKey;
import org.clientportal.model.client.ClientId;

/**
 * Which clients to list.
 *
 * @param within only these; absent: all of the practice
 * @param search part of a name, compared folded
 * @param deleted the deleted ones instead of the living
 */
public record ClientQuery(Optional<Set<ClientId>> within, Optional<String> search, boolean deleted, PageRequest page) {
    public ClientQuery {
        within = within.map(Set::copyOf);
        search = search.map(String::strip).filter(s -> !s.isEmpty()).map(SortKey::of);
    }
}
