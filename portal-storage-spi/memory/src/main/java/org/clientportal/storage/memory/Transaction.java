package org.clientportal.storage.memory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.TransientConflict;
import org.jspecify.annotations.Nullable;

/** What one unit read and wrote, over the snapshot from which it started. Belongs to one thread. */
final class Transaction {
    private final Snapshot base;
    private final Map<Place, Map<Object, Optional<Row>>> written = new HashMap<>();
    private final Set<Cell> found = new HashSet<>();
    private @Nullable StorageException death;
    private boolean over;

    Transaction(Snapshot base) {
        this.base = base;
    }

    /** The value in a cell, this unit's own writes first. */
    Optional<Object> get(Cell cell) {
        open();
        Map<Object, Optional<Row>> mine = written.getOrDefault(cell.place(), Map.of());
        Optional<Row> row = mine.get(cell.key());
        return row == null ? Optional.ofNullable(base.value(cell)) : row.map(r -> r.value);
    }

    /** The values of a place, this unit's own writes among them, in no order. */
    Stream<Object> all(Place place) {
        open();
        Map<Object, Optional<Row>> mine = written.getOrDefault(place, Map.of());
        Stream<Row> others = base.rows(place).entrySet().stream()
                .filter(entry -> !mine.containsKey(entry.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(others, mine.values().stream().flatMap(Optional::stream))
                .map(row -> row.value);
    }

    /** Every place of a kind, in whatever practice. */
    Stream<Place> places(String kind) {
        open();
        return Stream.concat(base.places().keySet().stream(), written.keySet().stream())
                .distinct()
                .filter(place -> place.kind().equals(kind));
    }

    /** Relies on a value that was found: whoever changes it before the commit makes this unit fail (STO-20). */
    void rely(Cell cell) {
        if (base.value(cell) != null) {
            found.add(cell);
        }
    }

    void put(Cell cell, Object value) {
        write(cell, Optional.of(new Row(value)));
    }

    void remove(Cell cell) {
        write(cell, Optional.empty());
    }

    private void write(Cell cell, Optional<Row> row) {
        open();
        written.computeIfAbsent(cell.place(), place -> new HashMap<>()).put(cell.key(), row);
    }

    /** Notes why this unit can no longer be saved (STO-05). */
    <E extends StorageException> E dies(E cause) {
        if (death == null) {
            death = cause;
        }
        return cause;
    }

    /** Throws what this unit died of, if it did. */
    void requireAlive() {
        if (death != null) {
            throw death;
        }
    }

    /** What is there once this unit's writes are, if nothing that it relied on has changed since it started. */
    Snapshot onto(Snapshot now) {
        for (Cell cell : found) {
            require(base.value(cell) == now.value(cell), cell);
        }
        written.forEach((place, rows) -> rows.keySet().forEach(key -> {
            Cell cell = new Cell(place, key);
            require(base.row(cell) == now.row(cell), cell);
        }));
        return written.isEmpty() ? now : now.with(written);
    }

    private static void require(boolean unchanged, Cell cell) {
        if (!unchanged) {
            throw new TransientConflict("changed meanwhile: " + cell.place().kind() + " " + cell.key());
        }
    }

    /** From now on nothing that this unit handed out works. */
    void end() {
        over = true;
    }

    private void open() {
        if (over) {
            throw new IllegalStateException("the unit of work has ended");
        }
    }
}
