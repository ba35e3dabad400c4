/** What the portal is compared with. */
@NullMarked
package org.clientportal.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
