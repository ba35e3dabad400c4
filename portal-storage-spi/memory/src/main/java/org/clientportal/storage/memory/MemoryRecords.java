package org.clientportal.storage.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.Versioned;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.StorageException.StaleVersion;

/** The shape that all stores of versioned records share; each adds its own look-ups. */
class MemoryRecords<I, R extends Versioned<R>> implements RecordStore<I, R> {
    final Rows<I, R> rows;
    private final boolean reliesOnFound;

    /** @param reliesOnFound whether what is found must not change until the unit ends (STO-20) */
    MemoryRecords(Rows<I, R> rows, boolean reliesOnFound) {
        this.rows = rows;
        this.reliesOnFound = reliesOnFound;
    }

    @Override
    public Optional<R> find(I id) {
        return reliesOnFound ? rows.find(id) : rows.get(id);
    }

    @Override
    public Map<I, R> findAll(Set<I> ids) {
        Map<I, R> found = new HashMap<>();
        ids.forEach(id -> rows.get(id).ifPresent(row -> found.put(id, row)));
        return found;
    }

    @Override
    public R lock(I id) {
        return rows.lock(id);
    }

    @Override
    public void insert(R row) {
        rows.insert(row);
    }

    @Override
    public R update(R row) {
        I id = rows.idOf(row);
        if (rows.require(id).version() != row.version()) {
            throw rows.transaction.dies(new StaleVersion(id));
        }
        R next = row.withVersion(row.version() + 1);
        rows.replace(next);
        return next;
    }
}
