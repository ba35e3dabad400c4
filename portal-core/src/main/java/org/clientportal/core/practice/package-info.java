/** Practices, their settings and their staff. */
@NullMarked
package org.clientportal.core.practice;

import org.jspecify.annotations.NullMarked;
