package org.clientportal.storage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Look-ups by id, alike for every concept. */
public interface RecordReader<I, R> {
    /**
     * The record, if this practice has it. In a {@link WriteUnit} that finds a practice, client, contact, assignment, staff
     * member or session, the row can neither change nor go until the unit ends (STO-20).
     */
    Optional<R> find(I id);

    /** Those of these ids that this practice has; takes no locks. */
    Map<I, R> findAll(Set<I> ids);
}
