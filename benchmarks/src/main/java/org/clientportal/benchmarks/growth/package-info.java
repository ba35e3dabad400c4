/** Whether a page costs more when there is more. */
@NullMarked
package org.clientportal.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
