package org.clientportal.storage.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.Versioned;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.StaleVersion;

/** What all stores of changing records do alike, on one table of one practice. */
abstract class Records<I, R extends Versioned<R>> implements RecordStore<I, R> {
    final Unit unit;
    final PracticeId practice;
    final Table<R> table;

    Records(Unit unit, PracticeId practice, Table<R> table) {
        this.unit = unit;
        this.practice = practice;
        this.table = table;
    }

    /** The values of the key columns. */
    abstract List<?> keyOf(I id);

    abstract I idOf(R record);

    /** Whether {@code find} in a writing unit holds the row until the unit ends (STO-20). */
    boolean holds() {
        return false;
    }

    @Override
    public Optional<R> find(I id) {
        String lock = holds() && unit.writing() ? " {for share}" : "";
        return unit.first(table.reader(), table.selectByKey() + lock, arguments(id));
    }

    @Override
    public Map<I, R> findAll(Set<I> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return byId(unit.list(table.reader(), table.select() + " where practice_id = ? and id {among}", practice, ids));
    }

    final Map<I, R> byId(List<R> records) {
        Map<I, R> found = new LinkedHashMap<>();
        records.forEach(record -> found.put(idOf(record), record));
        return found;
    }

    @Override
    public R lock(I id) {
        return unit.first(table.reader(), table.selectByKey() + " {for update}", arguments(id))
                .orElseThrow(() -> unit.fail(new RecordMissing(id)));
    }

    @Override
    public void insert(R record) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(practice);
        arguments.addAll(table.values(record));
        unit.change(table.insert(), arguments.toArray());
    }

    @Override
    public R update(R record) {
        I id = idOf(record);
        List<Object> arguments = new ArrayList<>(table.changing(record));
        arguments.addAll(List.of(arguments(id)));
        arguments.add(record.version());
        if (unit.change(table.update(), arguments.toArray()) == 0) {
            throw unit.fail(
                    unit.exists(table.existsByKey(), arguments(id)) ? new StaleVersion(id) : new RecordMissing(id));
        }
        return record.withVersion(record.version() + 1);
    }

    final Object[] arguments(I id) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(practice);
        arguments.addAll(keyOf(id));
        return arguments.toArray();
    }
}
