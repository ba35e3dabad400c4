/** Takes messages from the outbox to people and listeners (NO-1, NO-4). */
@NullMarked
package org.clientportal.core.outbox;

import org.jspecify.annotations.NullMarked;
