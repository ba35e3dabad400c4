package org.clientportal.storage.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is kept, as it was after one commit; immutable. */
record Snapshot(Map<Place, Map<Object, Row>> places) {
    static final Snapshot EMPTY = new Snapshot(Map.of());

    Set<Map.Entry<Place, Map<Object, Row>>> entries() {
        return places.entrySet();
    }

    Map<Object, Row> rows(Place place) {
        return places.getOrDefault(place, Map.of());
    }

    @Nullable
    Row row(Cell cell) {
        return rows(cell.place()).get(cell.key());
    }

    @Nullable
    Object value(Cell cell) {
        Row row = row(cell);
        return row == null ? null : row.value;
    }

    /** This with other rows in some cells; an absent row is taken out. Places that are not named are shared, not copied. */
    Snapshot with(Map<Place, Map<Object, Optional<Row>>> changes) {
        Map<Place, Map<Object, Row>> next = new HashMap<>(places);
        changes.forEach((place, cells) -> {
            Map<Object, Row> rows = new HashMap<>(rows(place));
            cells.forEach((key, row) -> row.ifPresentOrElse(r -> rows.put(key, r), () -> rows.remove(key)));
            next.put(place, rows);
        });
        return new Snapshot(next);
    }
}
