package org.clientportal.host.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.Page;

/**
 * A page of a list.
 *
 * @param next the {@code cursor} of the next page; absent on the last
 */
record PageJson<T>(List<T> items, Optional<String> next) {
    static <R, T> PageJson<T> of(Page<R> page, Function<R, T> view) {
        return new PageJson<>(
                page.items().stream().map(view).toList(), page.next().map(Cursor::encoded));
    }
}
