/** The append-only record of what happened. */
@NullMarked
package org.clientportal.model.audit;

import org.jspecify.annotations.NullMarked;
