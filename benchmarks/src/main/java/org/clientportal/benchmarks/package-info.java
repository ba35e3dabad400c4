/** Measurements of the portal, beside the peers that it is compared with; README.md says how to run them. */
@NullMarked
package org.clientportal.benchmarks;

import org.jspecify.annotations.NullMarked;
