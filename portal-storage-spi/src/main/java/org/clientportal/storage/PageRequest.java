package org.clientportal.storage;

import java.util.Optional;
import org.clientportal.model.Require;

/**
 * Which page of a list.
 *
 * @param limit rows at most, 1 to 500
 * @param after where the page before ended; absent: the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {
    /** The most rows a page may have. */
    public static final int MAX = 500;

    public PageRequest {
        Require.that(limit >= 1 && limit <= MAX, "limit", "out_of_range", "must be between 1 and " + MAX);
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
