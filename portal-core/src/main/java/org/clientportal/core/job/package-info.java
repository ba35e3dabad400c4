/** Work that is done beside the use cases, and the clockwork that does it. */
@NullMarked
package org.clientportal.core.job;

import org.jspecify.annotations.NullMarked;
