/**
 * The reference adapter: immutable maps in memory, whose root is swapped at commit. Conflicts happen as on a database, since
 * a commit compares what the unit relied on with what is there by then.
 */
@NullMarked
package org.clientportal.storage.memory;

import org.jspecify.annotations.NullMarked;
