/** How figures are written down. */
@NullMarked
package org.clientportal.benchmarks.report;

import org.jspecify.annotations.NullMarked;
