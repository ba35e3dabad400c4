package org.clientportal.storage.memory;

import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;

/** One practice's rows of one table within a unit: keeps what is unique apart, and refuses what refers to nothing. */
final class Rows<I, R> {
    final Transaction transaction;
    final PracticeId practice;
    private final Table<I, R> table;
    private final Place place;

    Rows(Transaction transaction, PracticeId practice, Table<I, R> table) {
        this.transaction = transaction;
        this.practice = practice;
        this.table = table;
        this.place = place(table.name());
    }

    I idOf(R row) {
        return table.id().apply(row);
    }

    @SuppressWarnings("unchecked")
    Optional<R> get(I id) {
        return (Optional<R>) transaction.get(cell(id));
    }

    @SuppressWarnings("unchecked")
    Stream<R> all() {
        return (Stream<R>) transaction.all(place);
    }

    /** The row that has this value of a unique key of this practice. */
    @SuppressWarnings("unchecked")
    Optional<R> by(UniqueKey key, Object value) {
        return transaction.get(new Cell(place(key.name()), value)).flatMap(id -> get((I) id));
    }

    /** The row, on which this unit relies from now on. */
    Optional<R> find(I id) {
        transaction.rely(cell(id));
        return get(id);
    }

    /** The row, which nobody else gets to write until this unit is over. */
    R lock(I id) {
        R row = require(id);
        transaction.put(cell(id), row);
        return row;
    }

    R require(I id) {
        return get(id).orElseThrow(() -> missing(id));
    }

    void insert(R row) {
        I id = idOf(row);
        if (get(id).isPresent()) {
            throw transaction.dies(new UniqueViolation(UniqueKey.ID));
        }
        requireParents(row);
        table.uniques().forEach(unique -> claim(unique, row, id));
        transaction.put(cell(id), row);
    }

    void replace(R row) {
        I id = idOf(row);
        R old = require(id);
        requireParents(row);
        table.uniques().forEach(unique -> release(unique, old));
        table.uniques().forEach(unique -> claim(unique, row, id));
        transaction.put(cell(id), row);
    }

    /** Writes a row that has nothing unique but its id, whether or not it was there. */
    void put(R row) {
        transaction.put(cell(idOf(row)), row);
    }

    void delete(I id) {
        R old = require(id);
        table.uniques().forEach(unique -> release(unique, old));
        transaction.remove(cell(id));
    }

    private RecordMissing missing(I id) {
        return transaction.dies(new RecordMissing(id));
    }

    private void requireParents(R row) {
        boolean isPractice = table.name().equals(Table.PRACTICE);
        if (!isPractice
                && transaction.get(new Cell(place(Table.PRACTICE), practice)).isEmpty()) {
            throw transaction.dies(new ParentMissing("practice"));
        }
        for (Table.Parent<R> parent : table.parents()) {
            for (Object id : parent.ids().apply(row)) {
                if (transaction.get(new Cell(place(parent.table()), id)).isEmpty()) {
                    throw transaction.dies(new ParentMissing(parent.table()));
                }
            }
        }
    }

    private void release(Table.Unique<R> unique, R old) {
        unique.value().apply(old).ifPresent(value -> transaction.remove(index(unique, value)));
    }

    private void claim(Table.Unique<R> unique, R row, I id) {
        unique.value().apply(row).ifPresent(value -> {
            Cell index = index(unique, value);
            if (transaction.get(index).isPresent()) {
                throw transaction.dies(new UniqueViolation(unique.key()));
            }
            transaction.put(index, id);
        });
    }

    private Cell index(Table.Unique<R> unique, Object value) {
        String kind = unique.key().name();
        return new Cell(unique.everywhere() ? new Place(Optional.empty(), kind) : place(kind), value);
    }

    private Cell cell(I id) {
        return new Cell(place, id);
    }

    private Place place(String kind) {
        return new Place(Optional.of(practice), kind);
    }
}
