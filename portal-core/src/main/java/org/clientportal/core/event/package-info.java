/** What happened, for the audit and for listeners. */
@NullMarked
package org.clientportal.core.event;

import org.jspecify.annotations.NullMarked;
