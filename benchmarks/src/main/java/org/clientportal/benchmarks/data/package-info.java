/** Databases, and a practice to fill them with. */
@NullMarked
package org.clientportal.benchmarks.data;

import org.jspecify.annotations.NullMarked;
