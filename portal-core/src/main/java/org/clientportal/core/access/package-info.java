/** The one decision about who may see what, and its explanation. */
@NullMarked
package org.clientportal.core.access;

import org.jspecify.annotations.NullMarked;
