package org.clientportal.storage;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.contact.AccessState;

/**
 * Which contacts to list.
 *
 * @param search part of a name or of an email address as typed, both compared folded by {@link SortKey}
 * @param state only those in this state at {@code now}
 */
public record ContactQuery(Optional<String> search, Optional<AccessState> state, Instant now, PageRequest page) {
    public ContactQuery {
        search = search.map(String::strip).filter(s -> !s.isEmpty()).map(SortKey::of);
    }
}
