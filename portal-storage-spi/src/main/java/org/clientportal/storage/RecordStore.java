package org.clientportal.storage;

import org.clientportal.model.Versioned;

/** Keeping records, alike for every concept that changes. */
public interface RecordStore<I, R extends Versioned<R>> extends RecordReader<I, R> {
    /**
     * Reads a record that this unit is going to change; nobody else reads it for change, or changes it, until the unit ends
     * (STO-21).
     *
     * @throws StorageException.RecordMissing if this practice has no such record
     */
    R lock(I id);

    /**
     * Adds a record with version 0.
     *
     * @throws StorageException.UniqueViolation naming the key that is taken
     * @throws StorageException.ParentMissing if it refers to a row that this practice does not have
     */
    void insert(R record);

    /**
     * Replaces a record, every component of it, if its version is still the stored one.
     *
     * @return the record as stored, its version one higher
     * @throws StorageException.StaleVersion if it was changed since it was read
     * @throws StorageException.RecordMissing if this practice has no such record
     * @throws StorageException.UniqueViolation naming the key that is taken
     * @throws StorageException.ParentMissing if it refers to a row that this practice does not have
     */
    R update(R record);
}
