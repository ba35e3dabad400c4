/** What one access decision costs. */
@NullMarked
package org.clientportal.benchmarks.access;

import org.jspecify.annotations.NullMarked;
