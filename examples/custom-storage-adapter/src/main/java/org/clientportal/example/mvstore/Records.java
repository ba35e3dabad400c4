package org.clientportal.example.mvstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientportal.model.Versioned;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.StaleVersion;

/** What the stores of versioned records have in common. */
abstract class Records<I, R extends Versioned<R>> implements RecordStore<I, R> {
    final Unit unit;
    final Table<R> table;
    private final Function<I, String> text;

    /** @param text an id's text, as the kind of record has it */
    Records(Unit unit, Table<R> table, Function<I, String> text) {
        this.unit = unit;
        this.table = table;
        this.text = text;
    }

    /** Refuses a record that refers to what the practice does not have (STO-17). */
    abstract void requireParents(R record);

    abstract I idOf(R record);

    @Override
    public Optional<R> find(I id) {
        return table.find(text.apply(id));
    }

    @Override
    public final Map<I, R> findAll(Set<I> ids) {
        Map<I, R> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(record -> found.put(id, record)));
        return found;
    }

    /** Nobody else writes while this unit does, so that reading is all there is to locking. */
    @Override
    public final R lock(I id) {
        return find(id).orElseThrow(() -> unit.rows().died(new RecordMissing(id)));
    }

    @Override
    public final void insert(R record) {
        requireParents(record);
        table.add(record);
    }

    @Override
    public final R update(R record) {
        I id = idOf(record);
        if (lock(id).version() != record.version()) {
            throw unit.rows().died(new StaleVersion(id));
        }
        requireParents(record);
        R next = record.withVersion(record.version() + 1);
        table.replace(next);
        return next;
    }
}
