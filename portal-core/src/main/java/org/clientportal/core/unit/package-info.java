/** Units of work: time, retry, translation of storage errors, and what follows from each change. */
@NullMarked
package org.clientportal.core.unit;

import org.jspecify.annotations.NullMarked;
