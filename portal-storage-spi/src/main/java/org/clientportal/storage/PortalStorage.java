package org.clientportal.storage;

import java.util.function.Function;

/**
 * Keeps everything but the bytes of documents. Work is done in units: each reads one consistent snapshot or writes all or
 * nothing, within one practice. The numbered rules are in {@code RULES.md}.
 *
 * <p>Thread-safe. A unit and what it hands out belong to the thread that runs it and end with it.
 */
public interface PortalStorage extends AutoCloseable {
    /**
     * Runs a unit that only reads, from one consistent snapshot.
     *
     * @throws IllegalStateException inside another unit of this storage on the same thread
     */
    <T> T read(Scope scope, Function<ReadView, T> work);

    /**
     * Runs a unit that writes: all of it when {@code work} returns, nothing when it throws. When this method returns, what was
     * written is durable (STO-09). A unit that saw a
     * {@link StorageException} is dead, and throws even if the work swallowed it. The work may run again after a
     * {@link StorageException.TransientConflict}, so it does nothing but reading and writing here.
     *
     * @throws IllegalStateException inside another unit of this storage on the same thread
     */
    <T> T write(Scope scope, Function<WriteUnit, T> work);

    /** Runs a unit across practices, which reaches only what {@link SystemUnit} names; otherwise like {@link #write}. */
    <T> T system(Function<SystemUnit, T> work);

    /**
     * Whether a unit begun now on this thread would be a part of a transaction that its caller began. It is then committed or
     * rolled back with that transaction and not when it returns, and what fails in it cannot succeed by running it again:
     * only the whole transaction may be run again, by whoever began it (STO-70).
     */
    default boolean joins() {
        return false;
    }

    /**
     * Frees connections and files; units after it throw {@link StorageException.StorageUnavailable}. It may wait for a unit
     * that runs on another thread, or let it fail; either way that unit is written whole or not at all (STO-09). Closing twice
     * does nothing more.
     */
    @Override
    void close();
}
