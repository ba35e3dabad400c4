/** Messages that wait to be delivered, and what became of them. */
@NullMarked
package org.clientportal.model.outbox;

import org.jspecify.annotations.NullMarked;
