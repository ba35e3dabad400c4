package org.clientportal.storage.memory;

import java.util.Optional;
import org.clientportal.model.practice.PracticeId;

/**
 * Where rows of one kind lie.
 *
 * @param practice whose rows; absent for what is unique among all practices
 * @param kind a table's or a unique key's name
 */
record Place(Optional<PracticeId> practice, String kind) {}
