/** The facade that embedders build and call, and who calls it. */
@NullMarked
package org.clientportal.core;

import org.jspecify.annotations.NullMarked;
